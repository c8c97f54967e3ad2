import { expect, test } from 'vitest'
import { chosen, flowsOf, inLines, reached, withNewest, type Chain, type Stage } from './flows'

const chain = (from: string, stage: Stage, to: string) => ({ cityPair: [from, to], stage }) as Chain

const chains = [
  chain('qz', 'signed', 'sr'),
  chain('qz', 'signed', 'hs'),
  chain('qz', 'draft', 'sr'),
  chain('hs', 'signed', 'hs'),
]

test('what goes into a stage comes out of it', () => {
  const { nodes, bands } = flowsOf(chains)

  for (const stage of nodes.filter((node) => node.choice.stage)) {
    const through = (end: 'source' | 'target') =>
      bands.filter((band) => band[end] === stage.id).reduce((sum, band) => sum + band.chains, 0)
    expect(through('target')).toBe(stage.chains)
    expect(through('source')).toBe(stage.chains)
  }
})

test('a city that stands on both sides is two nodes, so that no band runs back', () => {
  const { nodes, bands } = flowsOf([chain('hs', 'signed', 'hs')])

  expect(nodes.map((node) => node.id)).toEqual(['from hs', 'stage signed', 'to hs'])
  expect(bands.every((band) => band.source !== band.target)).toBe(true)
})

test('a band lists as many chains as it is wide', () => {
  const { nodes, bands } = flowsOf(chains)

  for (const part of [...nodes, ...bands]) {
    expect(chosen(chains, part.choice)).toHaveLength(part.chains)
  }
})

test('of what goes through a part, only what is chosen is lit', () => {
  const { nodes, bands } = flowsOf(chains, { from: 'qz', stage: 'signed' })
  const lit = (parts: { choice: object; chains: number; lit: number }[], choice: object) =>
    parts.filter((part) => JSON.stringify(part.choice) === JSON.stringify(choice))[0]

  expect(lit(bands, { from: 'qz', stage: 'signed' })).toMatchObject({ chains: 2, lit: 2 })
  expect(lit(bands, { from: 'hs', stage: 'signed' })).toMatchObject({ chains: 1, lit: 0 })
  expect(lit(bands, { stage: 'signed', to: 'hs' })).toMatchObject({ chains: 2, lit: 1 })
  expect(lit(nodes, { to: 'sr' })).toMatchObject({ chains: 2, lit: 1 })
  expect(flowsOf(chains).bands.every((band) => band.lit === band.chains)).toBe(true)
})

test('a name is broken in the middle, where it is too long for a phone', () => {
  expect(inLines('Waiting for a slot 4')).toEqual(['Waiting for', 'a slot 4'])
  expect(inLines('Huangshan 12')).toEqual(['Huangshan', '12'])
  expect(inLines('已形成意向 12')).toEqual(['已形成意向 12'])
})

test('a figure counts all that got so far, and those signed between two cities', () => {
  const met = { ...chain('qz', 'intentRecorded', 'sr'), meeting: { slot: {} }, intent: {} } as Chain
  const signed = [chain('qz', 'signed', 'sr'), chain('hs', 'signed', 'hs')].map(
    (one) => ({ ...met, ...one, agreement: {} }) as Chain,
  )

  expect(reached([chain('qz', 'requested', 'np'), met, ...signed])).toEqual({
    requested: 4,
    scheduled: 3,
    intentRecorded: 3,
    draft: 2,
    signed: 2,
    across: 1,
  })
})

test('what is told of a chain takes its place, unless something later is known', () => {
  const at = (id: string, changedAt: string) => ({ id, changedAt }) as Chain
  const known = [at('a', '2025-09-25T01:00:00Z'), at('b', '2025-09-25T02:00:00Z')]

  expect(withNewest(known, at('b', '2025-09-25T03:00:00Z')).map(({ changedAt }) => changedAt)).toEqual([
    '2025-09-25T01:00:00Z',
    '2025-09-25T03:00:00Z',
  ])
  expect(withNewest(known, at('b', '2025-09-25T01:30:00Z'))).toEqual(known)
  expect(withNewest(known, at('c', '2025-09-25T01:30:00Z')).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})
