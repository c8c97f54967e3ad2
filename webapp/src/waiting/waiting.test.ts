import { expect, test, vi } from 'vitest'
import type { Agreement } from '@/agreement/agreements'
import type { Meeting } from '@/meeting/meetings'
import { waitingIn } from './waiting'

vi.mock('@/identity/session', () => {
  const session = { city: 'sr', organisations: ['ours', 'oursToo'], roles: ['organisation', 'signatory'] }
  return { session, isAny: (...roles: string[]) => roles.some((role) => session.roles.includes(role)) }
})

const now = new Date('2025-09-25T02:00:00Z')

function meeting(state: string, askedBy: string, project: string, counterpart: string, endsAt?: string) {
  const sides = [project, counterpart].map((organisation) => ({ organisation, city: 'sr' }))
  return { state, askedBy, sides, ...(endsAt ? { slot: { endsAt } } : {}) } as Meeting
}

function agreement(...parties: [organisation: string, signedAt?: string][]) {
  return { parties: parties.map(([organisation, signedAt]) => ({ organisation, signedAt })) } as Agreement
}

const counted = (lists: Parameters<typeof waitingIn>[0]) =>
  waitingIn(lists, now).map(({ what, n }) => [what, n])

test('a request waits for the side that was asked, and for nobody once it is answered', () => {
  expect(
    counted({
      meetings: [
        meeting('requested', 'project', 'theirs', 'ours'),
        meeting('requested', 'counterpart', 'oursToo', 'theirs'),
        meeting('requested', 'project', 'ours', 'theirs'),
        meeting('accepted', 'project', 'theirs', 'ours'),
        meeting('requested', 'project', 'theirs', 'others'),
      ],
    }),
  ).toEqual([['answer', 2]])
})

test('an intent waits once the time of one’s own meeting is over', () => {
  expect(
    counted({
      meetings: [
        meeting('scheduled', 'project', 'ours', 'theirs', '2025-09-25T01:25:00Z'),
        meeting('scheduled', 'project', 'ours', 'theirs', '2025-09-25T02:25:00Z'),
        meeting('scheduled', 'project', 'theirs', 'others', '2025-09-25T01:25:00Z'),
        meeting('intentRecorded', 'project', 'ours', 'theirs', '2025-09-25T01:25:00Z'),
      ],
    }),
  ).toEqual([['intent', 1]])
})

test('an agreement waits for whoever may sign it and has not; one that cannot be read waits for nobody', () => {
  expect(
    counted({
      agreements: [
        agreement(['ours'], ['theirs', '2025-09-26T01:00:00Z']),
        agreement(['ours', '2025-09-26T01:00:00Z'], ['oursToo']),
        agreement(['ours', '2025-09-26T01:00:00Z'], ['theirs']),
        { id: 'edited', unreadable: true },
      ],
    }),
  ).toEqual([['signature', 2]])
})

test('where nothing waits, nothing is listed', () => {
  expect(counted({ meetings: [], delegates: [{ state: 'approved' }] })).toEqual([])
  expect(counted({ delegates: [{ state: 'registered' }, { state: 'confirmed' }] })).toEqual([['decision', 1]])
})
