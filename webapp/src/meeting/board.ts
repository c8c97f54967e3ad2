import { byDay } from '@/language/format'
import type { Slot, Timetable } from '@/timetable/timetables'
import type { Meeting } from './meetings'

/** A slot with the meeting at each table, in the tables' order; none where the table is free. */
export interface Row {
  slot: Slot
  cells: (Meeting | undefined)[]
}

export interface Day {
  /** `2025-09-25` */
  day: string
  rows: Row[]
}

const placeOf = (startsAt: string, table: string) => `${new Date(startsAt).getTime()} ${table}`

/** Who has a place at a table. */
export function isPlaced({ slot, table, state }: Meeting): boolean {
  return slot !== undefined && table !== undefined && (state === 'scheduled' || state === 'intentRecorded')
}

/** The timetable with its meetings, by the event's days, in order of time. */
export function boardOf(timetable: Timetable, meetings: readonly Meeting[]): Day[] {
  const placed = new Map(
    meetings.filter(isPlaced).map((one) => [placeOf(one.slot?.startsAt ?? '', one.table ?? ''), one]),
  )
  const slots = [...timetable.slots].sort((a, b) => a.startsAt.localeCompare(b.startsAt))
  return byDay(slots, ({ startsAt }) => startsAt).map(({ day, items }) => ({
    day,
    rows: items.map((slot) => ({
      slot,
      cells: timetable.tables.map((table) => placed.get(placeOf(slot.startsAt, table))),
    })),
  }))
}

/** Meetings that have a place, in order of time and by day. */
export function agendaOf(meetings: readonly Meeting[]): { day: string; items: Meeting[] }[] {
  const inOrder = meetings
    .filter(isPlaced)
    .sort((a, b) => (a.slot?.startsAt ?? '').localeCompare(b.slot?.startsAt ?? ''))
  return byDay(inOrder, ({ slot }) => slot?.startsAt ?? '')
}

/** That which runs at the moment, or comes next; none when all are over. */
export function nextOf(meetings: readonly Meeting[], now: Date): Meeting | undefined {
  return agendaOf(meetings)
    .flatMap(({ items }) => items)
    .find(({ slot }) => slot && new Date(slot.endsAt) > now)
}
