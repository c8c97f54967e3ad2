import type { Schemas } from '@/api/client'
import type { Tone } from '@/shell/StateTag.vue'

export type Chain = Schemas['ChainAnswer']
export type Stage = Chain['stage']

const LONGEST_LINE = 8

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

export const TONES: Record<Stage, Tone> = {
  requested: 'plain',
  accepted: 'plain',
  unplaced: 'warn',
  scheduled: 'plain',
  declined: 'bad',
  cancelled: 'bad',
  intentRecorded: 'warn',
  draft: 'warn',
  partlySigned: 'warn',
  signed: 'good',
}

/** A part of the picture: all chains that go through a node, or along a band. */
export interface Choice {
  from?: string
  stage?: Stage
  to?: string
}

/** How many chains go through a part of the picture, and how many of them are among those chosen. */
interface Counted {
  choice: Choice
  chains: number
  lit: number
}

export interface Node extends Counted {
  id: string
}

export interface Band extends Counted {
  source: string
  target: string
}

function ends(chain: Chain): { from: string; to: string } {
  const [from = '', to = from] = chain.cityPair
  return { from, to }
}

/** The picture: a city's side, the stage that the chain has reached, the other side's city. */
export function flowsOf(chains: readonly Chain[], choice: Choice = {}): { nodes: Node[]; bands: Band[] } {
  const nodes = new Map<string, Node>()
  const bands = new Map<string, Band>()
  const lit = new Set(chosen(chains, choice))
  const count = (known: Counted | undefined, chain: Chain) => ({
    chains: (known?.chains ?? 0) + 1,
    lit: (known?.lit ?? 0) + (lit.has(chain) ? 1 : 0),
  })
  for (const chain of chains) {
    const { from, to } = ends(chain)
    const { stage } = chain
    const node = (id: string, choice: Choice) => {
      nodes.set(id, { id, choice, ...count(nodes.get(id), chain) })
      return id
    }
    const band = (source: string, target: string, choice: Choice) => {
      const id = `${source} ${target}`
      bands.set(id, { source, target, choice, ...count(bands.get(id), chain) })
    }
    const left = node(`from ${from}`, { from })
    const middle = node(`stage ${stage}`, { stage })
    const right = node(`to ${to}`, { to })
    band(left, middle, { from, stage })
    band(middle, right, { stage, to })
  }
  return { nodes: [...nodes.values()], bands: [...bands.values()] }
}

/** As the address has it: what is not chosen is empty. */
export function chosen(chains: readonly Chain[], choice: Choice): Chain[] {
  return chains.filter((chain) => {
    const { from, to } = ends(chain)
    return (
      (!choice.from || choice.from === from) &&
      (!choice.stage || choice.stage === chain.stage) &&
      (!choice.to || choice.to === to)
    )
  })
}

/** How many chains got so far, whatever became of them then: the stages that people ask about. */
export function reached(chains: readonly Chain[]) {
  const count = (has: (chain: Chain) => unknown) => chains.filter(has).length
  const signed = chains.filter(({ stage }) => stage === 'signed')
  return {
    requested: chains.length,
    scheduled: count(({ meeting }) => meeting?.slot),
    intentRecorded: count(({ intent }) => intent),
    draft: count(({ agreement }) => agreement),
    signed: signed.length,
    /** Of the signed ones, those between two cities. */
    across: signed.filter((chain) => ends(chain).from !== ends(chain).to).length,
  }
}

/** A name in lines short enough for a phone: two at most, broken where the middle is. */
export function inLines(name: string): string[] {
  const middle = name.length / 2
  const at = [...name.matchAll(/ /g)]
    .map(({ index }) => index)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return at === undefined || name.length <= LONGEST_LINE ? [name] : [name.slice(0, at), name.slice(at + 1)]
}

/** A list in which one chain is as it was told last, and stands first where it is new. */
export function withNewest(chains: readonly Chain[], told: Chain): Chain[] {
  const at = chains.findIndex(({ id }) => id === told.id)
  const known = chains[at]
  if (!known) {
    return [told, ...chains]
  }
  return chains.map((chain, index) => (index === at && known.changedAt <= told.changedAt ? told : chain))
}
