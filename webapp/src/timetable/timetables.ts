import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { Refused } from '@/api/problem'

export type Timetable = Schemas['TimetableAnswer']
export type Slot = Schemas['Slot']

/** An edition's timetable; null where none is open. */
export function useTimetable(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['timetables', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: async (): Promise<Timetable | null> => {
      try {
        const { data } = await api.GET('/api/v1/timetables/{edition}', {
          params: { path: { edition: toValue(edition) ?? '' } },
        })
        return data ?? null
      } catch (refused) {
        if (refused instanceof Refused && refused.problem.status === 404) {
          return null
        }
        throw refused
      }
    },
  })
}
