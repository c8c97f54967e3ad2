import { useQuery } from '@pinia/colada'
import { toValue, watch, type MaybeRefOrGetter } from 'vue'
import { api, type Schemas } from '@/api/client'
import { everyPage } from '@/api/pages'
import { isAny, session } from '@/identity/session'
import { actsFor } from '@/offer/offers'
import type { Tone } from '@/shell/StateTag.vue'

export type Meeting = Schemas['MeetingAnswer']
export type Side = Schemas['Side']
export type State = Meeting['state']

export const STATES: readonly State[] = [
  'requested',
  'accepted',
  'unplaced',
  'scheduled',
  'intentRecorded',
  'declined',
  'cancelled',
]
export const TONES: Record<State, Tone> = {
  requested: 'warn',
  accepted: 'warn',
  unplaced: 'bad',
  scheduled: 'info',
  intentRecorded: 'good',
  declined: 'plain',
  cancelled: 'plain',
}
/** Of which something is still to come; a pair has one such meeting at most. */
const ONGOING: readonly State[] = ['requested', 'accepted', 'unplaced', 'scheduled']

export function isOngoing({ state }: Meeting): boolean {
  return ONGOING.includes(state)
}

/** Who asked, and who was asked. */
export function askerAndAsked({ askedBy, sides }: Meeting): [Side | undefined, Side | undefined] {
  const [project, counterpart] = sides
  return askedBy === 'project' ? [project, counterpart] : [counterpart, project]
}

export function mayAnswer(meeting: Meeting): boolean {
  const [, asked] = askerAndAsked(meeting)
  return meeting.state === 'requested' && asked !== undefined && actsFor(asked)
}

export function isParty({ sides }: Meeting): boolean {
  return sides.some(actsFor)
}

/** Whoever may answer has that to do; what is accepted, either side may call off. */
export function mayCancel(meeting: Meeting): boolean {
  return isParty(meeting) && isOngoing(meeting) && !mayAnswer(meeting)
}

export function mayRecord(meeting: Meeting): boolean {
  return isParty(meeting) && meeting.state === 'scheduled'
}

/** Whether its time is over, and this account may yet record what came of it. */
export function awaitsIntent(meeting: Meeting, now: Date): boolean {
  return mayRecord(meeting) && meeting.slot !== undefined && new Date(meeting.slot.endsAt) < now
}

/** Whom the API shows the meetings of all, as matchmaking-service's `Viewer` has it; to others, more may be taken than they see. */
export function seesAllMeetings(): boolean {
  return isAny('organizer', 'auditor', 'operator')
}

/** Whether it is one of those that a list of "ours" shows: of the account's organisations, else of its city. */
export function isOurs({ sides }: Meeting): boolean {
  return sides.some(({ city, organisation }) =>
    session.organisations.length ? session.organisations.includes(organisation) : session.city === city,
  )
}

const UNPLACED = ['timetableNotOpen', 'tablesTaken', 'noCommonSlot'] as const

/** Why an accepted meeting has no place, as a word of the API; none for one that does not wait for a place. */
export function unplacedReason({ state, reason }: Meeting): (typeof UNPLACED)[number] | undefined {
  return state === 'unplaced' ? UNPLACED.find((one) => one === reason) : undefined
}

/** The meeting of a pair: the one to which something is still to come, else what came of an earlier one. */
export function meetingOf(
  meetings: readonly Meeting[],
  project: string,
  counterpart: string,
): Meeting | undefined {
  const theirs = meetings.filter((one) => one.project === project && one.counterpart.id === counterpart)
  return theirs.find(isOngoing) ?? theirs.find(({ state }) => state === 'intentRecorded') ?? theirs.at(-1)
}

/** All meetings of an edition that the caller may know of. */
export function useMeetings(edition: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['meetings', toValue(edition) ?? ''],
    enabled: () => toValue(edition) !== undefined,
    query: () =>
      everyPage((page) =>
        api.GET('/api/v1/meetings', { params: { query: { ...page, edition: toValue(edition) ?? '' } } }),
      ),
  })
}

export function useMeeting(id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['meetings', 'one', toValue(id)],
    query: async () =>
      (await api.GET('/api/v1/meetings/{id}', { params: { path: { id: toValue(id) } } })).data,
  })
}

const AGAIN_MS = 1_000
const AT_MOST = 15

/** Services tell one another: what follows from a command comes a moment later, and is asked for until then. */
export function askAgainWhile(waiting: () => boolean, refetch: () => Promise<unknown>): void {
  watch(
    waiting,
    (isWaiting, _, onCleanup) => {
      if (isWaiting) {
        let left = AT_MOST
        const timer = setInterval(() => (left-- > 0 ? void refetch() : clearInterval(timer)), AGAIN_MS)
        onCleanup(() => clearInterval(timer))
      }
    },
    { immediate: true },
  )
}
