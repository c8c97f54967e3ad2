import { shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Schemas } from '@/api/client'
import { follow } from '@/api/follow'

export type Import = Schemas['ImportAnswer']

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

/** Whether the sheet itself was refused, with all that is in it. */
export function isRefused({ findings }: Pick<Import, 'findings'>): boolean {
  return findings.some(({ row }) => row === 0)
}
