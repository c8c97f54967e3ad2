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

/** What all bars are drawn to. */
interface Measure {
  longest: number
  /** A line that is longer is cut: else it would squeeze the places. Its number says how long it is. */
  longestLine: number
}

export function measureOf(rows: readonly Row[]): Measure {
  const most = Math.max(1, ...rows.map(({ places, granted }) => Math.max(places, granted)))
  const longest = Math.max(most, ...rows.map(({ places, waiting }) => places + Math.min(waiting, most)))
  return { longest, longestLine: most }
}

export function barOf({ granted, left, waiting }: Row, { longest, longestLine }: Measure): Bar {
  const hundredths = (n: number) => (100 * n) / longest
  return {
    taken: hundredths(granted),
    left: hundredths(left),
    waiting: hundredths(Math.min(waiting, longestLine)),
  }
}
