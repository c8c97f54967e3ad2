import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'

const SHOWN = 20

/** For an input in which people search. */
export async function findOrganisations(q: string, city?: string) {
  const { data } = await api.GET('/api/v1/organisations', {
    params: { query: { limit: SHOWN, ...(q ? { q } : {}), ...(city ? { city } : {}) } },
  })
  return (data?.items ?? []).map(({ organisation, name }) => ({
    key: organisation,
    label: name,
    note: organisation,
  }))
}

async function readOrganisation(code: string) {
  return (await api.GET('/api/v1/organisations/{code}', { params: { path: { code } } })).data
}

/** @param codes of organisations; one that is not registered has its code for a name */
export async function namedOrganisations(codes: readonly string[]) {
  return Promise.all(
    codes.map(async (code) => {
      const found = await readOrganisation(code).catch(() => undefined)
      return { key: code, label: found?.name ?? code }
    }),
  )
}

export function useOrganisation(code: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['organisations', toValue(code)],
    enabled: () => toValue(code) !== '',
    query: () => readOrganisation(toValue(code)),
    staleTime: Infinity,
  })
}
