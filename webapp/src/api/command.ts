import { readonly, ref, shallowReadonly, shallowRef, watch } from 'vue'
import { session } from '@/identity/session'
import { Refused, Unreachable } from './problem'

/**
 * What a person sets off: a request that changes something. It carries an idempotency key; while no answer
 * came, the same input goes out again under the same key, and so does its work once.
 *
 * @param send throws what `api` throws
 */
export function useCommand<Input>(send: (input: Input, key: string) => Promise<unknown>) {
  const running = ref(false)
  const error = shallowRef<Error>()
  let unanswered: { input: string | undefined; key: string } | undefined

  /** @returns whether it was done; if not, `error` says why */
  async function run(input: Input): Promise<boolean> {
    // nothing, where a command needs no input
    const same = JSON.stringify(input) as string | undefined
    const key = unanswered && unanswered.input === same ? unanswered.key : crypto.randomUUID()
    running.value = true
    error.value = undefined
    try {
      await send(input, key)
      unanswered = undefined
      return true
    } catch (refused) {
      error.value = refused as Error
      unanswered = refused instanceof Unreachable ? { input: same, key } : undefined
      return false
    } finally {
      running.value = false
    }
  }

  function forget() {
    error.value = undefined
  }

  // whoever had to sign in again has
  watch(
    () => session.expired,
    () => error.value instanceof Refused && error.value.problem.status === 401 && forget(),
  )

  return { run, forget, running: readonly(running), error: shallowReadonly(error) }
}

/** The header under which a command is sent. */
export function under(key: string) {
  return { 'Idempotency-Key': key }
}
