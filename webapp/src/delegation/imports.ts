import { useQuery } from '@pinia/colada'
import { shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { follow } from '@/api/follow'
import { everyPage } from '@/api/pages'

export type Import = Schemas['ImportAnswer']
export type BadRow = Schemas['BadRowAnswer']
export type Cells = BadRow['cells']

/** In the order of the sheet's columns. */
export const CELLS = [
  'name',
  'phone',
  'email',
  'organisation',
  'creditCode',
  'organisationKind',
  'jobTitle',
  'kind',
  'leader',
] as const satisfies readonly (keyof Cells)[]
export const MUST: readonly (keyof Cells)[] = CELLS.filter((cell) => cell !== 'email' && cell !== 'leader')

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const MOST_BYTES = 10 * 1024 * 1024

/**
 * An import as it goes on.
 *
 * @param changed called whenever there is news of it
 */
export function useImport(id: MaybeRefOrGetter<string>, changed: (now: Import) => void) {
  const current = shallowRef<Import>()
  const error = shallowRef<Error>()
  watch(
    () => toValue(id),
    (one, _, onCleanup) => {
      current.value = error.value = undefined
      if (!one) {
        return
      }
      const stop = follow(
        `/api/v1/imports/${encodeURIComponent(one)}/progress`,
        ({ event, data }) => {
          if (event !== 'progress') {
            return true
          }
          const now = JSON.parse(data) as Import
          current.value = now
          changed(now)
          return now.state === 'running'
        },
        (refused) => (error.value = refused),
      )
      onCleanup(stop)
    },
    { immediate: true },
  )
  return { current, error }
}

/** How many rows of a sheet stayed out. */
export function leftOut({ findings }: Pick<Import, 'findings'>): number {
  return new Set(findings.filter(({ row }) => row > 0).map(({ row }) => row)).size
}

/** All imports of a delegation, the last one first. */
export function useImports(delegation: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['imports', toValue(delegation)],
    query: async () =>
      (
        await everyPage((page) =>
          api.GET('/api/v1/imports', { params: { query: { ...page, delegation: toValue(delegation) } } }),
        )
      ).sort((one, other) => other.startedAt.localeCompare(one.startedAt)),
  })
}

export function badRowsKey(id: string) {
  return ['imports', id, 'rows']
}

/** The rows of an import that are yet to be put right, in clear: that they are read is recorded. */
export function useBadRows(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => badRowsKey(toValue(id)),
    // so that nothing typed is overtaken, and nothing is recorded but what somebody asked for
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/imports/{id}/rows', { params: { path: { id: toValue(id) }, query: page } }),
      ),
  })
}
