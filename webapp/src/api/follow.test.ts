import { afterEach, expect, test, vi } from 'vitest'
import { follow, type Told } from './follow'

afterEach(() => vi.unstubAllGlobals())

function stream(...parts: string[]): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      parts.forEach((part) => controller.enqueue(new TextEncoder().encode(part)))
      controller.close()
    },
  })
  return new Response(body, { status: 200 })
}

test('a stream that breaks is taken up after the last event seen', async () => {
  const fetched = vi
    .fn()
    .mockResolvedValueOnce(stream('id: 1\nevent: chain\ndata: {"a"', ': 1}\n\n', 'id: 2\ndata: half'))
    .mockRejectedValueOnce(new TypeError('nobody there'))
    .mockResolvedValueOnce(stream(': beat\n\n', 'id: 3\nevent: chain\ndata: {}\n\n'))
  vi.stubGlobal('fetch', fetched)
  const told: Told[] = []

  await new Promise<void>((resolve) => {
    follow('/api/v1/chains/changes', (one) => {
      told.push(one)
      if (told.length === 2) {
        resolve()
        return false
      }
      return undefined
    })
  })

  expect(told).toEqual([
    { event: 'chain', data: '{"a": 1}' },
    { event: 'chain', data: '{}' },
  ])
  expect(fetched.mock.calls.map(([, { headers }]) => headers['Last-Event-ID'])).toEqual([undefined, '1', '1'])
})

test('what is refused for good is said, and not asked for again', async () => {
  const fetched = vi
    .fn()
    .mockResolvedValue(
      new Response(JSON.stringify({ status: 403, slug: 'not-allowed', title: '不允许' }), { status: 403 }),
    )
  vi.stubGlobal('fetch', fetched)

  const error = await new Promise<Error>((resolve) => follow('/x', () => undefined, resolve))

  expect(error.message).toBe('不允许')
  expect(fetched).toHaveBeenCalledTimes(1)
})
