import { useQuery, useQueryCache } from '@pinia/colada'
import { onScopeDispose, readonly, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'
import { follow } from '@/api/follow'
import { everyPage } from '@/api/pages'
import { withNewest, type Chain } from './flows'

const KEPT_NEWS = 5

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

/** One chain, by its meeting's id or its agreement's. */
export function useChain(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['chain', toValue(id)],
    query: async () =>
      (await api.GET('/api/v1/chains/{id}', { params: { path: { id: toValue(id) } } })).data as Chain,
  })
}

/**
 * Has the chains change under the page's eyes, whoever changes them and wherever. The stream begins before the list
 * is read once more, so that nothing falls between them.
 *
 * @returns whether it is live at this moment, and the last few chains that changed, the newest first
 */
export function useLiveChains(edition: MaybeRefOrGetter<string | undefined>) {
  const cache = useQueryCache()
  const live = ref(false)
  const news = ref<Chain[]>([])
  let stop = () => {}

  watch(
    () => toValue(edition),
    (id) => {
      stop()
      if (id) {
        stop = follow(
          `/api/v1/chains/changes?edition=${encodeURIComponent(id)}`,
          hear(id),
          undefined,
          (is) => {
            live.value = is
          },
        )
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => stop())

  function hear(id: string) {
    let begun = false
    return ({ event, data }: { event: string; data: string }) => {
      if (event === 'chain') {
        const told = JSON.parse(data) as Chain
        const known = cache.getQueryData<Chain[]>(['chains', id])
        if (known) {
          cache.setQueryData<Chain[]>(['chains', id], withNewest(known, told))
        }
        cache.setQueryData<Chain>(['chain', told.id], told)
        news.value = [told, ...news.value.filter((one) => one.id !== told.id)].slice(0, KEPT_NEWS)
      } else if (event === 'reset' || !begun) {
        begun = true
        void cache.invalidateQueries({ key: ['chains', id] })
      }
      return undefined
    }
  }

  return { live: readonly(live), news }
}
