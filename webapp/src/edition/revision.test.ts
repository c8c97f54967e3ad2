import { expect, test } from 'vitest'
import type { Edition } from './editions'
import { changesBetween, draftOf, revisionOf } from './revision'

const both = (text: string) => ({ zh: text, en: text })
const edition = {
  title: both('title'),
  venue: both('venue'),
  timeZone: 'Asia/Shanghai',
  directions: both('by train'),
  programme: [
    { startsAt: '2025-09-24T01:00:00.000Z', endsAt: '2025-09-24T02:30:00.000Z', title: both('opening') },
  ],
} as unknown as Edition

test('what is not changed is sent as it was', () => {
  const { title, venue, directions, programme } = edition

  expect(revisionOf(draftOf(edition), edition.timeZone)).toEqual({ title, venue, directions, programme })
})

test('what is emptied in both languages is left out; in one, it is sent to be refused', () => {
  const draft = draftOf(edition)
  draft.directions = { zh: '', en: ' ' }
  draft.about = { zh: '介绍', en: '' }

  const revision = revisionOf(draft, edition.timeZone)

  expect(revision).not.toHaveProperty('directions')
  expect(revision.about).toEqual({ zh: '介绍', en: '' })
})

test('what somebody else has changed is named', () => {
  expect(changesBetween(edition, { ...edition, venue: both('elsewhere'), programme: [] })).toEqual([
    'venue',
    'items',
  ])
  expect(changesBetween(edition, { ...edition, version: 9 })).toEqual([])
})
