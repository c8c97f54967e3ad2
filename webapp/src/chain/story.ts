import type { Chain, Stage } from './flows'

/** What happened, or is yet to happen, on a chain's way. The words are the page's. */
export interface Step {
  what:
    | 'registered'
    | 'requested'
    | 'accepted'
    | 'declined'
    | 'cancelled'
    | 'unplaced'
    | 'scheduled'
    | 'intent'
    | 'draft'
    | 'signature'
    | 'sealed'
  /** Instant of the event; none while it has not happened. */
  at?: string | undefined
  side?: Chain['sides'][number]
  slot?: { startsAt: string; endsAt: string } | undefined
  table?: string | undefined
  /** In people's words, or a code of why there is no place. */
  text?: string | undefined
  digest?: string | undefined
}

const ENDED: readonly Stage[] = ['declined', 'cancelled']

/** From the delegates' registration to the sealed record; what cannot come any more is left out. */
export function storyOf(chain: Chain): Step[] {
  const { meeting, intent, agreement, sides } = chain
  const steps: Step[] = [
    ...sides.map((side) => ({
      what: 'registered' as const,
      at: side.delegate?.confirmedAt ?? side.delegate?.registeredAt,
      side,
    })),
    { what: 'requested', at: meeting?.requestedAt },
  ]
  if (meeting?.acceptedAt || !ENDED.includes(chain.stage)) {
    steps.push({ what: 'accepted', at: meeting?.acceptedAt })
  }
  if (meeting && chain.stage === 'unplaced') {
    steps.push({ what: 'unplaced', at: meeting.since, text: meeting.reason })
  }
  if (meeting && (chain.stage === 'declined' || chain.stage === 'cancelled')) {
    steps.push({ what: chain.stage, at: meeting.since, text: meeting.reason })
    return steps
  }
  return [
    ...steps,
    { what: 'scheduled', at: meeting?.scheduledAt, slot: meeting?.slot, table: meeting?.table },
    { what: 'intent', at: intent?.recordedAt, text: intent?.title },
    { what: 'draft', at: agreement?.draftedAt, text: agreement?.title, digest: agreement?.documentDigest },
    ...sides.map((side) => ({
      what: 'signature' as const,
      at: side.signedAt,
      side,
      digest: side.signedDigest,
    })),
    { what: 'sealed', at: agreement?.signedAt },
  ]
}
