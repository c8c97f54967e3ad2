import { expect, test } from 'vitest'
import { currentOf, type Edition } from './editions'

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
