import { expect, test } from 'vitest'
import { bodyOf, placesKey, quotasOf } from './opening'
import { draftOf } from './revision'

test('a city gets places of the kinds that were filled in', () => {
  expect(
    quotasOf({
      [placesKey('qz', 'projectTeam')]: 8,
      [placesKey('qz', 'expert')]: 0,
      [placesKey('sr', 'delegate')]: '',
      [placesKey('np', 'delegate')]: 3,
    }),
  ).toEqual([
    { city: 'qz', kind: 'projectTeam', places: 8 },
    { city: 'np', kind: 'delegate', places: 3 },
  ])
})

test('days that were not filled in are left out', () => {
  const body = JSON.parse(
    JSON.stringify(
      bodyOf({ code: 'x', startsOn: '2027-01-01', endsOn: '', presentation: draftOf(), places: {} }),
    ),
  ) as object

  expect(body).toMatchObject({ code: 'x', startsOn: '2027-01-01', quotas: [], programme: [] })
  expect(body).not.toHaveProperty('endsOn')
})
