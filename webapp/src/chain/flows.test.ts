import { expect, test } from 'vitest'
import { chosen, flowsOf, type Chain, type Stage } from './flows'

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
