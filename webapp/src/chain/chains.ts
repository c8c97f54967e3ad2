import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'
import { everyPage } from '@/api/pages'

/** All chains of an edition that the caller may see. */
export function useChains(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['chains', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/chains', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}
