import { expect, test } from 'vitest'
import { phoneIn } from './finding'

test('a whole number is one however it is written; a part of one is none', () => {
  expect(phoneIn('139 1234 5678')).toBe('13912345678')
  expect(phoneIn('+44 20-7946-0958')).toBe('+442079460958')
  expect(phoneIn('139 1234')).toBeUndefined()
  expect(phoneIn('91330800MAEX00053G')).toBeUndefined()
})
