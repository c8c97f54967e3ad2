import { instantOf } from '@/language/format'
import type { Slot } from './timetables'

/** How an organizer says when people meet: the same on each day, in blocks with a break between them. */
export interface Plan {
  /** `2025-09-25` */
  firstDay: string
  days: number
  blocks: { start: string; number: number }[]
  minutes: number
  pause: number
}

const MINUTE = 60_000
/** The API takes no more; a slip of the hand makes no millions. */
const AT_MOST = 1_000

/** @param zone the event's; the plan's clock is its clock */
export function slotsOf(plan: Plan, zone: string): Slot[] {
  const slots: Slot[] = []
  for (const day of daysFrom(plan.firstDay, plan.days)) {
    for (const { start, number } of plan.blocks) {
      const from = /^\d\d:\d\d$/.test(start) ? Date.parse(instantOf(`${day}T${start}`, zone)) : NaN
      for (let i = 0; i < number && slots.length < AT_MOST && !Number.isNaN(from); i++) {
        const startsAt = from + i * (plan.minutes + plan.pause) * MINUTE
        slots.push({
          startsAt: new Date(startsAt).toISOString(),
          endsAt: new Date(startsAt + plan.minutes * MINUTE).toISOString(),
        })
      }
    }
  }
  return slots
}

function daysFrom(first: string, days: number): string[] {
  const from = new Date(`${first}T00:00:00Z`)
  if (Number.isNaN(from.getTime())) {
    return []
  }
  return Array.from({ length: Math.min(days || 0, AT_MOST) }, (_, i) =>
    new Date(from.getTime() + i * 24 * 60 * MINUTE).toISOString().slice(0, 10),
  )
}

/** `A` and 4: A1 to A4. */
export function tablesOf(prefix: string, number: number): string[] {
  return Array.from({ length: Math.min(number || 0, AT_MOST) }, (_, i) => `${prefix}${i + 1}`)
}
