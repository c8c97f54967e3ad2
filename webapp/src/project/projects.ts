import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'

export type Project = Schemas['ProjectAnswer']

export function useProjects(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['projects', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/projects', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}

export async function readProject(id: string): Promise<Project | undefined> {
  return (await api.GET('/api/v1/projects/{id}', { params: { path: { id } } })).data
}

export function useProject(id: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['projects', 'one', toValue(id) ?? ''],
    enabled: () => toValue(id) !== undefined,
    query: () => readProject(toValue(id) ?? ''),
  })
}
