import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'

export type PilotBase = Schemas['PilotBaseAnswer']

export function usePilotBases(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['pilotBases', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/pilot-bases', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}

export function usePilotBase(id: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['pilotBases', 'one', toValue(id) ?? ''],
    enabled: () => toValue(id) !== undefined,
    query: async () =>
      (await api.GET('/api/v1/pilot-bases/{id}', { params: { path: { id: toValue(id) ?? '' } } })).data,
  })
}
