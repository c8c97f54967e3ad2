import type { Schemas } from '@/api/client'

export type Chain = Schemas['ChainAnswer']
export type Stage = Chain['stage']

/** In the order in which a chain goes through them. */
export const STAGES: readonly Stage[] = [
  'requested',
  'accepted',
  'unplaced',
  'scheduled',
  'declined',
  'cancelled',
  'intentRecorded',
  'draft',
  'partlySigned',
  'signed',
]

/** A part of the picture: all chains that go through a node, or along a band. */
export interface Choice {
  from?: string
  stage?: Stage
  to?: string
}

export interface Node {
  id: string
  choice: Choice
  chains: number
}

export interface Band {
  source: string
  target: string
  choice: Choice
  chains: number
}

function ends(chain: Chain): { from: string; to: string } {
  const [from = '', to = from] = chain.cityPair
  return { from, to }
}

/** The picture: a city's side, the stage that the chain has reached, the other side's city. */
export function flowsOf(chains: readonly Chain[]): { nodes: Node[]; bands: Band[] } {
  const nodes = new Map<string, Node>()
  const bands = new Map<string, Band>()
  const node = (id: string, choice: Choice) => {
    const known = nodes.get(id)
    nodes.set(id, { id, choice, chains: (known?.chains ?? 0) + 1 })
    return id
  }
  const band = (source: string, target: string, choice: Choice) => {
    const id = `${source} ${target}`
    bands.set(id, { source, target, choice, chains: (bands.get(id)?.chains ?? 0) + 1 })
  }
  for (const chain of chains) {
    const { from, to } = ends(chain)
    const { stage } = chain
    const left = node(`from ${from}`, { from })
    const middle = node(`stage ${stage}`, { stage })
    const right = node(`to ${to}`, { to })
    band(left, middle, { from, stage })
    band(middle, right, { stage, to })
  }
  return { nodes: [...nodes.values()], bands: [...bands.values()] }
}

export function chosen(chains: readonly Chain[], choice: Choice): Chain[] {
  return chains.filter((chain) => {
    const { from, to } = ends(chain)
    return (
      (choice.from === undefined || choice.from === from) &&
      (choice.stage === undefined || choice.stage === chain.stage) &&
      (choice.to === undefined || choice.to === to)
    )
  })
}
