import { expect, test } from 'vitest'
import { asQuery, finds } from './filters'

test('finds every word somewhere, in any case, and all where nothing is searched for', () => {
  expect(finds('衢州 lithium', '衢州某锂电企业', 'Lithium cells')).toBe(true)
  expect(finds('衢州 铜', '衢州某锂电企业', undefined)).toBe(false)
  expect(finds(' ', '甲')).toBe(true)
})

test('an address has what is chosen, and no name that OAuth claims', () => {
  expect(asQuery({ q: '', city: 'sr', state: 'draft' })).toEqual({ city: 'sr', 'in-state': 'draft' })
})
