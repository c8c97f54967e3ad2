import { expect, test } from 'vitest'
import { branchesOf, codesBelow, type Industry } from './industries'

const industry = (code: string, parent?: string): Industry => ({
  code,
  name: { zh: code, en: code },
  gbt4754: [],
  ...(parent ? { parent } : {}),
})
const industries = [
  industry('materials'),
  industry('energy'),
  industry('materials.lithium', 'materials'),
  industry('materials.lithium.cathode', 'materials.lithium'),
]

test('an industry is followed by those below it, set in', () => {
  expect(branchesOf(industries).map(({ industry: { code }, depth }) => `${depth} ${code}`)).toEqual([
    '0 materials',
    '1 materials.lithium',
    '2 materials.lithium.cathode',
    '0 energy',
  ])
})

test('an industry stands for all below it, and for none beside it', () => {
  expect([...codesBelow(industries, 'materials')]).toEqual([
    'materials',
    'materials.lithium',
    'materials.lithium.cathode',
  ])
  expect([...codesBelow(industries, 'energy')]).toEqual(['energy'])
  expect([...codesBelow(industries, 'unknown')]).toEqual(['unknown'])
})
