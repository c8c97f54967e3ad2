import { expect, test } from 'vitest'
import { useVerifyingAll, verdictOf, type Verification } from './verifying'

const findings = (...codes: string[]) =>
  ({ valid: codes.length === 0, findings: codes.map((code) => ({ code })) }) as Verification

test('a draft is not sealed, which is no finding against it', () => {
  expect(verdictOf(findings())).toBe('valid')
  expect(verdictOf(findings('notSealed'))).toBe('notSealed')
  expect(verdictOf(findings('altered'))).toBe('altered')
  expect(verdictOf(findings('notSealed', 'altered'))).toBe('altered')
})

test('one that cannot be asked does not keep the others from being verified', async () => {
  const { start, verdicts, progress } = useVerifyingAll((agreement) =>
    agreement === 'b' ? Promise.reject(new Error()) : Promise.resolve(findings()),
  )

  await start(['a', 'b', 'c'])

  expect([...verdicts]).toEqual([
    ['a', 'valid'],
    ['b', 'failed'],
    ['c', 'valid'],
  ])
  expect(progress).toEqual({ running: false, done: 3, total: 3 })
})

test('it stops after the one that it is at, and starts anew', async () => {
  const { start, stop, verdicts, progress } = useVerifyingAll((agreement) => {
    if (agreement === 'b') {
      stop()
    }
    return Promise.resolve(findings())
  })

  await start(['a', 'b', 'c'])
  expect([...verdicts.keys()]).toEqual(['a', 'b'])
  expect(progress).toEqual({ running: false, done: 2, total: 3 })

  await start(['c'])
  expect([...verdicts.keys()]).toEqual(['c'])
})
