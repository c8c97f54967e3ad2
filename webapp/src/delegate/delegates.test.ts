import { expect, test } from 'vitest'
import type { Role } from '@/identity/session'
import { byPlaceInLine, countByState, deedsOf, whoWillWait, type Delegate, type Kind } from './delegates'

const person = (some: Partial<Delegate>) => ({ city: 'sr', kind: 'delegate', ...some }) as Delegate
const may = (role: Role, city: string, state: Delegate['state']) =>
  deedsOf({ city, roles: [role] }, person({ state }), 'qz')

test('the host decides once, and on whoever is registered', () => {
  expect(may('organizer', 'qz', 'registered')).toEqual(['approve', 'decline', 'reveal', 'withdraw', 'forget'])
  expect(may('organizer', 'qz', 'approved')).toEqual(['reveal', 'withdraw', 'forget'])
  expect(may('organizer', 'sr', 'registered')).toEqual(['reveal', 'withdraw', 'forget'])
})

test('a city handles its own people, and the door sees whom it receives', () => {
  expect(may('city-officer', 'sr', 'confirmed')).toEqual(['reveal', 'withdraw', 'forget'])
  expect(may('city-officer', 'np', 'confirmed')).toEqual([])
  expect(may('reception', 'qz', 'confirmed')).toEqual(['reveal'])
  expect(may('delegation-leader', 'sr', 'confirmed')).toEqual([])
})

test('with whoever left, little is to be done; with the forgotten, nothing', () => {
  expect(may('city-officer', 'sr', 'withdrawn')).toEqual(['reveal', 'forget'])
  expect(may('organizer', 'qz', 'forgotten')).toEqual([])
})

test('the line is in the order in which it moves', () => {
  const line = [
    person({ id: 'd', city: 'qz', kind: 'expert', position: 1 }),
    person({ id: 'b', position: 2 }),
    person({ id: 'c', kind: 'investor', position: 1 }),
    person({ id: 'a', position: 1 }),
  ]
  expect(line.sort(byPlaceInLine(['sr', 'qz'])).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  expect(countByState([person({ state: 'waiting' })]).waiting).toBe(1)
})

test('whoever finds no place left for their city and kind will wait', () => {
  const one = (city: string, kind: Kind) => ({ city, kind })
  const places = [
    { city: 'qz', kind: 'expert' as const, left: 1 },
    { city: 'qz', kind: 'delegate' as const, left: 5 },
  ]

  expect(whoWillWait([one('qz', 'expert'), one('qz', 'expert'), one('qz', 'delegate')], places)).toBe(1)
  // a kind without a quota has no place at all
  expect(whoWillWait([one('sr', 'delegate')], places)).toBe(1)
})
