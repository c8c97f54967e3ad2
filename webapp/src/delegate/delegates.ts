import { useQuery, useQueryCache } from '@pinia/colada'
import { onScopeDispose, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'
import { GUEST_KINDS } from '@/edition/opening'
import type { session } from '@/identity/session'
import type { Tone } from '@/shell/StateTag.vue'

export type Delegate = Schemas['DelegateAnswer']
export type State = Delegate['state']
export type Kind = Delegate['kind']
export type Deed = 'approve' | 'decline' | 'reveal' | 'withdraw' | 'forget'
type Who = Pick<typeof session, 'city' | 'roles'>

export const STATES: readonly State[] = [
  'registered',
  'approved',
  'waiting',
  'confirmed',
  'declined',
  'withdrawn',
  'forgotten',
]
export const TONES: Record<State, Tone> = {
  registered: 'warn',
  approved: 'plain',
  waiting: 'warn',
  confirmed: 'good',
  declined: 'bad',
  withdrawn: 'plain',
  forgotten: 'plain',
}

/** A place is given to whoever was approved by an event, so a moment later. */
const PLACE_MILLIS = 1500
const LONGEST_PLACE_MILLIS = 60_000

/** All people whom the caller may see, of an edition or of one delegation. */
export function useDelegates(of: MaybeRefOrGetter<{ edition?: string; delegation?: string } | undefined>) {
  const query = useQuery({
    key: () => ['delegates', toValue(of) ?? ''],
    enabled: () => toValue(of) !== undefined,
    query: () =>
      everyPage((page) => api.GET('/api/v1/delegates', { params: { query: { ...page, ...toValue(of) } } })),
  })

  let wait = PLACE_MILLIS
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(query.data, (people) => {
    clearTimeout(timer)
    if (people?.some(({ state }) => state === 'approved')) {
      timer = setTimeout(() => void query.refetch(), wait)
      wait = Math.min(wait * 2, LONGEST_PLACE_MILLIS)
    } else {
      wait = PLACE_MILLIS
    }
  })
  onScopeDispose(() => clearTimeout(timer))
  return query
}

/** What a command on a person changes in the lists that are shown. */
export function useDelegateChanges() {
  const cache = useQueryCache()

  /** Takes over what a command answered, so that nobody decides again on what is decided. */
  function take(changed: Delegate | undefined) {
    cache.setQueriesData<Delegate[]>({ key: ['delegates'] }, (people) =>
      (people ?? []).map((one) => (one.id === changed?.id ? changed : one)),
    )
  }

  function ask() {
    void cache.invalidateQueries({ key: ['delegates'] })
    void cache.invalidateQueries({ key: ['places'] })
  }

  /** Reads the lists again: now, and when the places have heard of it. */
  function refresh() {
    ask()
    setTimeout(ask, PLACE_MILLIS)
  }

  return { take, refresh }
}

/**
 * What somebody may do with a person, as registration-service has it.
 *
 * @param hostCity of the edition
 */
export function deedsOf({ city, roles }: Who, delegate: Delegate, hostCity: string): Deed[] {
  const isAny = (...some: (typeof roles)[number][]) => some.some((role) => roles.includes(role))
  const hosts = isAny('organizer') && city === hostCity
  const acts = hosts || (isAny('organizer', 'city-officer') && city === delegate.city)
  const receives = isAny('reception') && (city === delegate.city || city === hostCity)
  const { state } = delegate
  const deeds: Deed[] = []
  if (hosts && state === 'registered') {
    deeds.push('approve', 'decline')
  }
  if ((acts || receives) && state !== 'forgotten') {
    deeds.push('reveal')
  }
  if (acts && ['registered', 'approved', 'waiting', 'confirmed'].includes(state)) {
    deeds.push('withdraw')
  }
  if (acts && state !== 'forgotten') {
    deeds.push('forget')
  }
  return deeds
}

/** How many there are in each state. */
export function countByState(people: readonly Delegate[]): Record<State, number> {
  const counts = Object.fromEntries(STATES.map((state) => [state, 0])) as Record<State, number>
  people.forEach(({ state }) => counts[state]++)
  return counts
}

/** How many of these find no place left for their city and kind. */
export function whoWillWait(
  people: readonly Pick<Delegate, 'city' | 'kind'>[],
  places: readonly { city: string; kind: Kind; left: number }[],
): number {
  const left = new Map(places.map(({ city, kind, left }) => [`${city} ${kind}`, left]))
  return people.filter(({ city, kind }) => {
    const still = left.get(`${city} ${kind}`) ?? 0
    left.set(`${city} ${kind}`, still - 1)
    return still <= 0
  }).length
}

/** The line as it stands: each city's kinds by themselves, who is next first. */
export function byPlaceInLine(cities: readonly string[]) {
  const rank = ({ city, kind, position }: Delegate) =>
    [cities.indexOf(city), GUEST_KINDS.indexOf(kind), position ?? Number.MAX_SAFE_INTEGER] as const
  return (one: Delegate, other: Delegate): number => {
    const [a, b] = [rank(one), rank(other)]
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
  }
}
