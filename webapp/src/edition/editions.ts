import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { useRoute } from 'vue-router'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'
import { isAny, session } from '@/identity/session'
import { inLanguage } from '@/language'
import { dayOf } from '@/language/format'

export type Edition = Schemas['EditionAnswer']

/** The one that people mean today: that which runs or comes next; when all are over, the last. */
export function currentOf(editions: readonly Edition[], today: string): Edition | undefined {
  const byStart = [...editions].sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  return byStart.find((edition) => edition.endsOn >= today) ?? byStart.at(-1)
}

export type ProgrammeItem = Schemas['ProgrammeItem']

/** Where an edition stands on a day: days until it begins, which of its days it is, or days since it ended. */
export type Phase =
  | { name: 'ahead'; days: number }
  | { name: 'running'; day: number; of: number }
  | { name: 'over'; days: number }

/** @param today as `2026-11-24`, in the edition's zone */
export function phaseOf({ startsOn, endsOn }: Pick<Edition, 'startsOn' | 'endsOn'>, today: string): Phase {
  const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
  if (today < startsOn) {
    return { name: 'ahead', days: between(today, startsOn) }
  }
  return today > endsOn
    ? { name: 'over', days: between(endsOn, today) }
    : { name: 'running', day: between(startsOn, today) + 1, of: between(startsOn, endsOn) + 1 }
}

/** What happens on each day, in its order. */
export function byDay(programme: readonly ProgrammeItem[], zone: string): [string, ProgrammeItem[]][] {
  const days = new Map<string, ProgrammeItem[]>()
  for (const item of [...programme].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const day = dayOf(item.startsAt, zone)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days]
}

export function useEditions() {
  const query = useQuery({
    key: ['editions'],
    query: () => everyPage((page) => api.GET('/api/v1/editions', { params: { query: page } })),
  })
  const editions = computed(() => query.data.value ?? [])
  const today = computed(() => currentOf(editions.value, dayOf(new Date().toISOString())))
  const route = useRoute()
  /** The one that the address names; else the one that people mean today. */
  const current = computed(() => editions.value.find(({ id }) => id === route.query.edition) ?? today.value)
  const others = computed(() => editions.value.filter(({ id }) => id !== current.value?.id))
  return { ...query, current, today, others }
}

/** Whether this account organizes an edition: it is one of the host city's organizers. */
export function organizes(edition: Pick<Edition, 'hostCity'> | undefined): boolean {
  return isAny('organizer') && session.city === edition?.hostCity
}

/** A city's name as the edition has it; its code where it takes no part. */
export function cityName(edition: Edition | undefined, city: string): string {
  const found = edition?.cities.find(({ code }) => code === city)
  return found ? inLanguage(found.name) : city
}
