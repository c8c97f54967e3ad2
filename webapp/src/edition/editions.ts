import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'

export type Edition = Schemas['EditionAnswer']

/** The one that people mean today: that which runs or comes next; when all are over, the last. */
export function currentOf(editions: readonly Edition[], today: string): Edition | undefined {
  const byStart = [...editions].sort((a, b) => a.startsOn.localeCompare(b.startsOn))
  return byStart.find((edition) => edition.endsOn >= today) ?? byStart.at(-1)
}

export function useEditions() {
  const query = useQuery({
    key: ['editions'],
    query: () => everyPage((page) => api.GET('/api/v1/editions', { params: { query: page } })),
  })
  const current = computed(() => currentOf(query.data.value ?? [], new Date().toISOString().slice(0, 10)))
  return { ...query, current }
}
