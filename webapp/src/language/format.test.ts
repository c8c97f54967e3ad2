import { expect, test } from 'vitest'
import { instantOf, wallTime } from './format'

test('a clock of the event is an instant, and the other way round', () => {
  expect(wallTime('2025-09-24T01:00:00Z')).toBe('2025-09-24T09:00')
  expect(instantOf('2025-09-24T09:00')).toBe('2025-09-24T01:00:00.000Z')
  expect(instantOf('')).toBe('')
})

test('also on the day on which a zone changes its clocks', () => {
  expect(instantOf('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z')
  expect(instantOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
})
