import { expect, test } from 'vitest'
import { barOf, measureOf, type Row } from './places'

const row = (places: number, granted: number, waiting: number): Row => ({
  city: 'qz',
  kind: 'delegate',
  places,
  granted,
  left: Math.max(0, places - granted),
  waiting,
})

test('bars are drawn to one measure, the line beyond the places', () => {
  const rows = [row(5, 5, 3), row(4, 1, 0), row(0, 0, 2)]
  const measure = measureOf(rows)

  expect(rows.map((one) => barOf(one, measure))).toEqual([
    { taken: 62.5, left: 0, waiting: 37.5 },
    { taken: 12.5, left: 37.5, waiting: 0 },
    { taken: 0, left: 0, waiting: 25 },
  ])
})

test('without places there is nothing to divide by, and nothing breaks', () => {
  expect(barOf(row(0, 0, 0), measureOf([]))).toEqual({ taken: 0, left: 0, waiting: 0 })
})

test('a long line is cut, so that places are still to be seen', () => {
  const rows = [row(8, 8, 65), row(4, 1, 0)]

  expect(rows.map((one) => barOf(one, measureOf(rows)))).toEqual([
    { taken: 50, left: 0, waiting: 50 },
    { taken: 6.25, left: 18.75, waiting: 0 },
  ])
})
