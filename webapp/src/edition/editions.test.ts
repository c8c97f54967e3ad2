import { expect, test } from 'vitest'
import { byDay, currentOf, phaseOf, type Edition, type ProgrammeItem } from './editions'

const edition = (id: string, startsOn: string, endsOn: string) => ({ id, startsOn, endsOn }) as Edition
const past = edition('past', '2025-09-24', '2025-09-26')
const now = edition('now', '2026-09-20', '2026-09-23')
const next = edition('next', '2027-09-20', '2027-09-23')

test('the edition that runs, also on its last day', () => {
  expect(currentOf([next, past, now], '2026-09-23')?.id).toBe('now')
})

test('between two, the one to come', () => {
  expect(currentOf([past, now, next], '2026-09-24')?.id).toBe('next')
})

test('when all are over, the last; of none, none', () => {
  expect(currentOf([now, past], '2028-01-01')?.id).toBe('now')
  expect(currentOf([], '2028-01-01')).toBeUndefined()
})

test('days until it begins, which day it is, days since it ended', () => {
  expect(phaseOf(past, '2025-08-31')).toEqual({ name: 'ahead', days: 24 })
  expect(phaseOf(past, '2025-09-24')).toEqual({ name: 'running', day: 1, of: 3 })
  expect(phaseOf(past, '2025-09-26')).toEqual({ name: 'running', day: 3, of: 3 })
  expect(phaseOf(past, '2025-09-27')).toEqual({ name: 'over', days: 1 })
})

test('the programme by the days of the event’s own zone', () => {
  const item = (startsAt: string) => ({ startsAt }) as ProgrammeItem
  const [late, early, next] = [
    item('2025-09-24T15:30:00Z'),
    item('2025-09-24T01:00:00Z'),
    item('2025-09-24T16:30:00Z'),
  ]

  expect(byDay([late, next, early], 'Asia/Shanghai')).toEqual([
    ['2025-09-24', [early, late]],
    ['2025-09-25', [next]],
  ])
})
