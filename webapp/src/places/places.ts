import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'

export type Row = Schemas['PlacesRow']

/** An edition's places by city and kind: a city sees its own. */
export function usePlaces(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['places', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: async () =>
      (
        await api.GET('/api/v1/editions/{id}/places', {
          params: { path: { id: toValue(edition) ?? '' } },
        })
      ).data ?? [],
  })
}

/** What a bar is drawn of, each in hundredths of the longest. */
export interface Bar {
  taken: number
  left: number
  waiting: number
}

/** How much there is of a city's kind together: places, and those in line for more. */
function lengthOf({ places, waiting }: Row): number {
  return places + waiting
}

export function longest(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map(lengthOf))
}

export function barOf(row: Row, ofLongest: number): Bar {
  const hundredths = (n: number) => (100 * n) / ofLongest
  return {
    taken: hundredths(row.granted),
    left: hundredths(row.left),
    waiting: hundredths(row.waiting),
  }
}
