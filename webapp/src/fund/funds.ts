import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'

export type Fund = Schemas['FundAnswer']

export function useFunds(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['funds', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/funds', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}

export function useFund(id: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['funds', 'one', toValue(id) ?? ''],
    enabled: () => toValue(id) !== undefined,
    query: async () =>
      (await api.GET('/api/v1/funds/{id}', { params: { path: { id: toValue(id) ?? '' } } })).data,
  })
}
