import { expect, test } from 'vitest'
import { agendaOf, boardOf, nextOf } from './board'
import { meetingOf, type Meeting, type State } from './meetings'

const at = (hour: string, day = '25') => ({
  startsAt: `2025-09-${day}T${hour}:00:00Z`,
  endsAt: `2025-09-${day}T${hour}:25:00Z`,
})

function meeting(id: string, state: State, place: Partial<Meeting> = {}): Meeting {
  return {
    id,
    edition: 'e',
    project: 'p',
    projectTitle: 'P',
    counterpart: { kind: 'fund', id: 'f', name: 'F' },
    title: 'P × F',
    sides: [],
    askedBy: 'project',
    version: 1,
    state,
    ...place,
  }
}

const timetable = {
  edition: 'e',
  tables: ['A1', 'A2'],
  // 16:30 UTC is the next day's in Shanghai
  slots: [at('02'), at('01'), at('17')],
  version: 1,
}

test('a meeting is in its cell, and what was cancelled has none', () => {
  const meetings = [
    meeting('one', 'scheduled', { slot: at('01'), table: 'A2' }),
    meeting('gone', 'cancelled', { slot: at('01'), table: 'A1' }),
    meeting('asked', 'requested'),
  ]
  const days = boardOf(timetable, meetings)

  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
    ['2025-09-25', 2],
    ['2025-09-26', 1],
  ])
  expect(days[0]?.rows[0]?.cells.map((cell) => cell?.id)).toEqual([undefined, 'one'])
})

test('the next meeting is the one that runs, else the first to come', () => {
  const meetings = [
    meeting('late', 'scheduled', { slot: at('03'), table: 'A1' }),
    meeting('early', 'intentRecorded', { slot: at('01'), table: 'A1' }),
    meeting('open', 'requested'),
  ]

  expect(agendaOf(meetings).map(({ items }) => items.map(({ id }) => id))).toEqual([['early', 'late']])
  expect(nextOf(meetings, new Date('2025-09-25T01:10:00Z'))?.id).toBe('early')
  expect(nextOf(meetings, new Date('2025-09-25T01:25:00Z'))?.id).toBe('late')
  expect(nextOf(meetings, new Date('2025-09-25T04:00:00Z'))).toBeUndefined()
})

test('of a pair, the meeting that is still to come counts before what is over', () => {
  const meetings = [meeting('a', 'declined'), meeting('b', 'intentRecorded'), meeting('c', 'accepted')]

  expect(meetingOf(meetings, 'p', 'f')?.id).toBe('c')
  expect(meetingOf(meetings.slice(0, 2), 'p', 'f')?.id).toBe('b')
  expect(meetingOf(meetings, 'p', 'other')).toBeUndefined()
})
