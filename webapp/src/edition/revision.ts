import type { Schemas } from '@/api/client'
import type { Bilingual } from '@/language'
import { instantOf, wallTime } from '@/language/format'
import type { Edition } from './editions'

/** A programme's item as it is typed: times are those of the event's clock. */
export interface DraftItem {
  startsAt: string
  endsAt: string
  title: Bilingual
  place: Bilingual
}

/** What is told of an edition, as it is typed: what is left out is empty. */
export interface Draft {
  title: Bilingual
  venue: Bilingual
  about: Bilingual
  directions: Bilingual
  programme: DraftItem[]
}

type Revision = Schemas['EditionRevision']

const NOTHING: Bilingual = { zh: '', en: '' }

/** @param edition nothing is told yet without it */
export function draftOf(edition?: Edition): Draft {
  return {
    title: { ...(edition?.title ?? NOTHING) },
    venue: { ...(edition?.venue ?? NOTHING) },
    about: { ...(edition?.about ?? NOTHING) },
    directions: { ...(edition?.directions ?? NOTHING) },
    programme: (edition?.programme ?? []).map(({ startsAt, endsAt, title, place }) => ({
      startsAt: wallTime(startsAt, edition?.timeZone),
      endsAt: wallTime(endsAt, edition?.timeZone),
      title: { ...title },
      place: { ...(place ?? NOTHING) },
    })),
  }
}

/** What is empty in both languages is left out; in one of them, it is sent, and refused where it stands. */
export function revisionOf(draft: Draft, zone?: string): Revision {
  const given = <Name extends string>(name: Name, text: Bilingual) =>
    (text.zh.trim() || text.en.trim() ? { [name]: text } : {}) as Partial<Record<Name, Bilingual>>
  const at = (wall: string) => instantOf(wall, zone) || undefined
  return {
    title: draft.title,
    venue: draft.venue,
    ...given('about', draft.about),
    ...given('directions', draft.directions),
    // a time that is not filled in is left out, and so its absence is told at its input
    programme: draft.programme.map((item) => ({
      startsAt: at(item.startsAt) as string,
      endsAt: at(item.endsAt) as string,
      title: item.title,
      ...given('place', item.place),
    })),
  }
}

/** All inputs by their paths in what is sent. */
export function fieldsOf(draft: Draft): string[] {
  const both = (field: string) => [field, `${field}.zh`, `${field}.en`]
  return [
    ...['title', 'venue', 'about', 'directions'].flatMap(both),
    ...draft.programme.flatMap((_, index) => {
      const item = `programme[${index}]`
      return [`${item}.startsAt`, `${item}.endsAt`, ...both(`${item}.title`), ...both(`${item}.place`)]
    }),
  ]
}

/** Words of the form for what one has and the other has otherwise. */
export function changesBetween(one: Edition, other: Edition) {
  const [before, after] = [draftOf(one), draftOf(other)]
  const words = {
    title: 'name',
    venue: 'venue',
    about: 'about',
    directions: 'directions',
    programme: 'items',
  } as const
  return (Object.keys(words) as (keyof typeof words)[])
    .filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
    .map((part) => words[part])
}
