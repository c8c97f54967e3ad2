import { expect, test, vi } from 'vitest'
import { useCommand } from './command'
import { Refused, Unreachable } from './problem'

test('without an answer, the same is sent again under the same key', async () => {
  const send = vi.fn().mockRejectedValueOnce(new Unreachable()).mockResolvedValue(undefined)
  const command = useCommand<{ id: string }>(send)

  expect(await command.run({ id: 'a' })).toBe(false)
  expect(command.error.value).toBeInstanceOf(Unreachable)
  expect(await command.run({ id: 'a' })).toBe(true)
  expect(await command.run({ id: 'a' })).toBe(true)

  const [first, again, anew] = send.mock.calls.map(([, key]) => key)
  expect(again).toBe(first)
  expect(anew).not.toBe(first)
})

test('other input, or a second try after a refusal, is another request', async () => {
  const refused = new Refused({ status: 409, slug: 'meeting-over', title: 'over' })
  const send = vi.fn().mockRejectedValueOnce(new Unreachable()).mockRejectedValueOnce(refused)
  const command = useCommand<string>(send)

  await command.run('a')
  await command.run('b')
  expect(command.error.value).toBe(refused)
  send.mockResolvedValue(undefined)
  await command.run('b')

  expect(new Set(send.mock.calls.map(([, key]) => key)).size).toBe(3)
  expect(command.error.value).toBeUndefined()
  expect(command.running.value).toBe(false)
})

test('a command may need no input', async () => {
  const send = vi.fn().mockResolvedValue(undefined)
  const command = useCommand<undefined>(send)

  expect(await command.run(undefined)).toBe(true)
  expect(send).toHaveBeenCalledTimes(1)
})
