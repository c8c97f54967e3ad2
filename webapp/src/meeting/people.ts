import { useQuery } from '@pinia/colada'
import { computed, type Ref } from 'vue'
import { api } from '@/api/client'
import { everyPage } from '@/api/pages'
import { useFund } from '@/fund/funds'
import { isAny, session } from '@/identity/session'
import { usePilotBase } from '@/pilotbase/pilotBases'
import { useProject } from '@/project/projects'
import type { Meeting, Side } from './meetings'

interface Person {
  maskedName?: string
  jobTitle?: string
}

/** Whom the API shows the delegates of every city; others see their own city's. */
const SEES_ALL = ['organizer', 'auditor', 'operator'] as const

/** Delegates of an edition that the caller may know of, by their ids. */
export function useDelegatesById(edition: () => string | undefined, enabled: () => boolean = () => true) {
  const { data, isLoading } = useQuery({
    key: () => ['delegates', edition() ?? '', 'all'],
    enabled: () => edition() !== undefined && enabled(),
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/delegates', { params: { query: { ...page, edition: edition() ?? '' } } }),
      ),
  })
  return { people: computed(() => new Map((data.value ?? []).map((one) => [one.id, one]))), isLoading }
}

/**
 * Who sits at the table, masked. The offers name their contacts to everyone; where a contact has changed since
 * the request, whoever sees the delegates is told all the same.
 */
export function usePeopleOf(meeting: Ref<Meeting | undefined>) {
  const project = useProject(() => meeting.value?.project)
  const counterpartOf = (kind: Meeting['counterpart']['kind']) =>
    meeting.value?.counterpart.kind === kind ? meeting.value.counterpart.id : undefined
  const fund = useFund(() => counterpartOf('fund'))
  const base = usePilotBase(() => counterpartOf('pilotBase'))
  const contacts = computed(() => [project.data.value, fund.data.value ?? base.data.value])
  const hasOthers = () =>
    contacts.value.every((offer) => offer !== undefined) &&
    (meeting.value?.sides ?? []).some(
      ({ delegate, city }, at) =>
        contacts.value[at]?.contact !== delegate && (isAny(...SEES_ALL) || city === session.city),
    )
  const { people } = useDelegatesById(() => meeting.value?.edition, hasOthers)

  return (side: Side): Person | undefined =>
    contacts.value.find((offer) => offer?.contact === side.delegate)?.contactPerson ??
    people.value.get(side.delegate)
}
