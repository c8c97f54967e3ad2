import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'
import { isAny, session } from '@/identity/session'
import type { Tone } from '@/shell/StateTag.vue'

export type Agreement = Schemas['AgreementAnswer']
/** A row of the list; one that was edited so that it cannot be read has an id and `unreadable` alone. */
export type Listed = Agreement | { id: string; unreadable: boolean }
export type State = Agreement['state']

export const STATES: readonly State[] = ['draft', 'partlySigned', 'signed']
export const TONES: Record<State, Tone> = { draft: 'plain', partlySigned: 'warn', signed: 'good' }

/** All agreements of an edition that the caller may see. */
export function useAgreements(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['agreements', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/agreements', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}

export function isUnreadable(listed: Listed): listed is { id: string; unreadable: boolean } {
  return 'unreadable' in listed
}

/** The parties for which this account may still sign. */
export function toSign({ parties }: Pick<Agreement, 'parties'>): Agreement['parties'] {
  return isAny('signatory')
    ? parties.filter(
        ({ organisation, signedAt }) => !signedAt && session.organisations.includes(organisation),
      )
    : []
}

export function waitsForMe(listed: Listed): boolean {
  return !isUnreadable(listed) && toSign(listed).length > 0
}

/** One agreement, with the record as it was sealed once it is. */
export function useAgreement(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['agreement', toValue(id)],
    query: async () => {
      const { data } = await api.GET('/api/v1/agreements/{id}', { params: { path: { id: toValue(id) } } })
      return data
    },
  })
}
