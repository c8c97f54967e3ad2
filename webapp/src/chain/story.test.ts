import { expect, test } from 'vitest'
import type { Chain } from './flows'
import { storyOf } from './story'

const asked = {
  stage: 'requested',
  sides: [{ organisation: 'one' }, { organisation: 'other' }],
  meeting: { requestedAt: '2025-09-20T01:00:00Z', since: '2025-09-20T01:00:00Z' },
} as Chain

test('what is yet to come stands in its order, without a time', () => {
  const steps = storyOf(asked)

  expect(steps.map(({ what }) => what)).toEqual([
    'registered',
    'registered',
    'requested',
    'accepted',
    'scheduled',
    'intent',
    'draft',
    'signature',
    'signature',
    'sealed',
  ])
  expect(steps.filter(({ at }) => at).map(({ what }) => what)).toEqual(['requested'])
})

test('a chain that was declined ends there, with the reason', () => {
  const declined = {
    ...asked,
    stage: 'declined',
    meeting: { ...asked.meeting, since: '2025-09-21T01:00:00Z', reason: '时间不合适' },
  } as Chain

  expect(storyOf(declined).at(-1)).toMatchObject({
    what: 'declined',
    at: '2025-09-21T01:00:00Z',
    text: '时间不合适',
  })
  expect(storyOf(declined).map(({ what }) => what)).not.toContain('accepted')
})
