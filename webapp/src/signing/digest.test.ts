import { afterEach, expect, test, vi } from 'vitest'
import { digestOf } from './digest'

afterEach(() => vi.unstubAllGlobals())

test('the digest of the very bytes, written as the API does', async () => {
  const bytes = new TextEncoder().encode('协议')

  // printf 协议 | sha256sum
  expect(await digestOf(bytes.buffer)).toBe(
    'sha256:ab2f31f30acf7fdaf2cabc1bc4d5df9ffcb1b3b25575727b1617c42ea2ae0a3a',
  )
})

test('none where the browser computes none', async () => {
  vi.stubGlobal('crypto', {})

  expect(await digestOf(new ArrayBuffer(0))).toBeUndefined()
})
