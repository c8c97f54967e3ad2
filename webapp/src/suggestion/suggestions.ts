import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'

export type Suggestion = Schemas['SuggestionAnswer']
export type Reason = Suggestion['reasons'][number]
export type Kind = 'project' | Suggestion['counterpart']['kind']

/** The points that each criterion gives at most: docs/services/matchmaking.md. */
const MOST = {
  fund: { industry: 40, stage: 20, ask: 25, capacity: 0, city: 15 },
  pilotBase: { industry: 60, stage: 0, ask: 0, capacity: 25, city: 15 },
}

/** How much of what its criterion can give a reason gives, 0 to 1. */
export function shareOf(reason: Pick<Reason, 'code' | 'points'>, kind: keyof typeof MOST): number {
  const criteria = Object.keys(MOST[kind]) as (keyof (typeof MOST)['fund'])[]
  const most = MOST[kind][criteria.find((one) => reason.code.startsWith(one)) ?? 'industry']
  return most > 0 ? Math.min(reason.points / most, 1) : 0
}

/** Whom an offer should meet, the best first. Asked only for those to whom its conflicts are shown. */
export function useSuggestions(kind: Kind, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['suggestions', kind, toValue(id)],
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/suggestions', { params: { query: { ...page, [kind]: toValue(id) } } }),
      ),
  })
}
