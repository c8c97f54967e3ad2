import { expect, test } from 'vitest'
import { shareOf } from './suggestions'

test('a reason is held against what its own criterion gives at most', () => {
  expect(shareOf({ code: 'industrySame', points: 40 }, 'fund')).toBe(1)
  expect(shareOf({ code: 'industrySibling', points: 24 }, 'pilotBase')).toBe(0.4)
  expect(shareOf({ code: 'askInOtherCurrency', points: 0 }, 'fund')).toBe(0)
  expect(shareOf({ code: 'citySame', points: 8 }, 'pilotBase')).toBeCloseTo(0.53)
})
