import type { Schemas } from '@/api/client'
import { revisionOf, type Draft } from './revision'

type Quota = Schemas['Quota']

/** What a guest comes as; places are counted by it. */
export const GUEST_KINDS: readonly Quota['kind'][] = ['delegate', 'projectTeam', 'investor', 'expert']

/** An edition to be opened, as it is typed. */
export interface Opening {
  code: string
  startsOn: string
  endsOn: string
  presentation: Draft
  /** By city and kind of guest, `qz projectTeam`; nothing typed is no places. */
  places: Record<string, number | ''>
}

export function placesKey(city: string, kind: Quota['kind']): string {
  return `${city} ${kind}`
}

/** For each city and kind that gets places. */
export function quotasOf(places: Opening['places']): Quota[] {
  return Object.entries(places).flatMap(([key, number]) => {
    const [city, kind] = key.split(' ')
    return city && kind && number ? [{ city, kind: kind as Quota['kind'], places: number }] : []
  })
}

export function bodyOf({ code, startsOn, endsOn, presentation, places }: Opening): Schemas['EditionBody'] {
  return {
    code,
    // a day that is not filled in is left out, and so its absence is told at its input
    startsOn: (startsOn || undefined) as string,
    endsOn: (endsOn || undefined) as string,
    quotas: quotasOf(places),
    ...revisionOf(presentation),
  }
}
