import { useQuery } from '@pinia/colada'
import { computed, type Ref } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { useAgreements, waitsForMe, type Listed } from '@/agreement/agreements'
import { api } from '@/api/client'
import { everyPage } from '@/api/pages'
import type { Delegate } from '@/delegate/delegates'
import { organizes, type Edition } from '@/edition/editions'
import { isAny, session } from '@/identity/session'
import { awaitsIntent, mayAnswer, useMeetings, type Meeting } from '@/meeting/meetings'
import { mayBring } from '@/offer/offers'

/** None of what the account does not ask for, or what has not come yet. */
interface Lists {
  meetings?: readonly Meeting[] | undefined
  agreements?: readonly Listed[] | undefined
  delegates?: readonly Pick<Delegate, 'state'>[] | undefined
}

/** What waits for an account, and the list that shows no more than that. */
export interface Waiting {
  what: 'answer' | 'intent' | 'signature' | 'decision'
  n: number
  to: RouteLocationRaw
}

/** Of the lists that were read: only kinds of which something waits. */
export function waitingIn({ meetings = [], agreements = [], delegates = [] }: Lists, now: Date): Waiting[] {
  const list = (path: string, query: Record<string, string>) => ({ path, query })
  const all: Waiting[] = [
    {
      what: 'answer',
      n: meetings.filter(mayAnswer).length,
      to: list('/meetings', { view: 'list', scope: 'asked' }),
    },
    {
      what: 'intent',
      n: meetings.filter((one) => awaitsIntent(one, now)).length,
      to: list('/meetings', { view: 'list', scope: 'record' }),
    },
    {
      what: 'signature',
      n: agreements.filter(waitsForMe).length,
      to: list('/agreements', { 'in-state': 'toSign' }),
    },
    {
      what: 'decision',
      n: delegates.filter(({ state }) => state === 'registered').length,
      to: list('/delegates', { 'in-state': 'registered' }),
    },
  ]
  return all.filter(({ n }) => n > 0)
}

/** What waits for this account in an edition. Each list is asked for only where the account may do something with it. */
export function useWaiting(edition: Ref<Edition>) {
  const id = (may: boolean) => (may ? edition.value.id : undefined)
  const meetings = useMeetings(() => id(mayBring()))
  const agreements = useAgreements(() => id(isAny('signatory') && session.organisations.length > 0))
  const delegates = useQuery({
    key: () => ['delegates', edition.value.id, 'registered'],
    enabled: () => organizes(edition.value),
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/delegates', {
          params: { query: { ...page, edition: edition.value.id, state: 'registered' } },
        }),
      ),
  })

  const waiting = computed(() =>
    waitingIn(
      {
        meetings: meetings.data.value,
        agreements: agreements.data.value,
        delegates: delegates.data.value,
      },
      new Date(),
    ),
  )
  const error = computed(
    () => meetings.error.value ?? agreements.error.value ?? delegates.error.value ?? undefined,
  )
  return { waiting, error }
}
