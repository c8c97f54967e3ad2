import { expect, test, vi } from 'vitest'
import { everyPage } from './pages'

test('a list is read to its end, each page after the one before', async () => {
  const read = vi
    .fn()
    .mockResolvedValueOnce({ data: { items: [1, 2], next: 'two' } })
    .mockResolvedValueOnce({ data: { items: [3] } })

  expect(await everyPage(read)).toEqual([1, 2, 3])
  expect(read.mock.calls.map(([page]) => page.after)).toEqual([undefined, 'two'])
})

test('what goes wrong on the way is not taken for the end', async () => {
  const read = vi
    .fn()
    .mockResolvedValueOnce({ data: { items: [1], next: 'more' } })
    .mockRejectedValueOnce(new Error('away'))

  await expect(everyPage(read)).rejects.toThrow('away')
})
