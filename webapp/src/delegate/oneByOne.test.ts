import { expect, test, vi } from 'vitest'
import { Refused, Unreachable } from '@/api/problem'
import { useOneByOne } from './oneByOne'

const refused = new Refused({ status: 409, slug: 'delegate-already-decided', title: '已有决定' })

test('what is refused is noted, and the others go on', async () => {
  const done: string[] = []
  const { now, begin } = useOneByOne(async (item: string) => {
    if (item === 'b') {
      throw refused
    }
    done.push(item)
  })
  void begin(['a', 'b', 'c'])
  await vi.waitFor(() => expect(now.running).toBe(false))

  expect(done).toEqual(['a', 'c'])
  expect(now.done).toBe(2)
  expect(now.refused.map(({ item }) => item)).toEqual(['b'])
})

test('without an answer it breaks off, and goes on with the same one', async () => {
  const asked: string[] = []
  let away = true
  const { now, begin, goOn } = useOneByOne(async (item: string) => {
    asked.push(item)
    if (item === 'b' && away) {
      throw new Unreachable()
    }
  })
  void begin(['a', 'b', 'c'])
  await vi.waitFor(() => expect(now.broken).toBeInstanceOf(Unreachable))
  away = false
  await goOn()

  expect(asked).toEqual(['a', 'b', 'b', 'c'])
  expect(now.left).toEqual([])
})

test('stopped, it leaves the rest, and begins nothing twice', async () => {
  const asked: string[] = []
  const { now, begin, stop, handled } = useOneByOne(async (item: string) => {
    asked.push(item)
    stop()
  })
  void begin(['a', 'b'])
  void begin(['a', 'b'])
  await vi.waitFor(() => expect(now.running).toBe(false))

  expect(asked).toEqual(['a'])
  expect(handled.value).toBe(1)
  expect(now.left).toEqual(['b'])
})
