import { expect, test } from 'vitest'
import { slotsOf, tablesOf } from './plan'

const plan = {
  firstDay: '2025-09-30',
  days: 2,
  blocks: [
    { start: '09:00', number: 2 },
    { start: '14:00', number: 1 },
  ],
  minutes: 25,
  pause: 5,
}

test('slots are the same on each day, by the clock of the event', () => {
  expect(slotsOf(plan, 'Asia/Shanghai').map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`)).toEqual([
    '2025-09-30T01:00:00.000Z 2025-09-30T01:25:00.000Z',
    '2025-09-30T01:30:00.000Z 2025-09-30T01:55:00.000Z',
    '2025-09-30T06:00:00.000Z 2025-09-30T06:25:00.000Z',
    '2025-10-01T01:00:00.000Z 2025-10-01T01:25:00.000Z',
    '2025-10-01T01:30:00.000Z 2025-10-01T01:55:00.000Z',
    '2025-10-01T06:00:00.000Z 2025-10-01T06:25:00.000Z',
  ])
  expect(slotsOf({ ...plan, days: 1 }, 'Europe/Berlin')[0]?.startsAt).toBe('2025-09-30T07:00:00.000Z')
})

test('what is half filled in makes no slots and no endless list', () => {
  expect(slotsOf({ ...plan, firstDay: '' }, 'Asia/Shanghai')).toEqual([])
  expect(slotsOf({ ...plan, blocks: [{ start: '', number: 3 }] }, 'Asia/Shanghai')).toEqual([])
  expect(slotsOf({ ...plan, days: 1e9 }, 'Asia/Shanghai').length).toBeLessThanOrEqual(1_000)
})

test('tables are counted', () => {
  expect(tablesOf('A', 3)).toEqual(['A1', 'A2', 'A3'])
})
