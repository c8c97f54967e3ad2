import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'
import { isAny, session } from '@/identity/session'

export type Delegation = Schemas['DelegationAnswer']

/** All delegations to an edition that the caller may see. */
export function useDelegations(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['delegations', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/delegations', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}

export function useDelegation(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['delegations', 'one', toValue(id)],
    query: async () =>
      (await api.GET('/api/v1/delegations/{id}', { params: { path: { id: toValue(id) } } }))
        .data as Delegation,
  })
}

/** Whether the caller may register a delegation of a city, and send people with it. */
export function sendsPeopleOf(city: string): boolean {
  return session.city === city && isAny('city-officer', 'delegation-leader')
}
