import { reactive, ref, shallowReactive } from 'vue'
import { api, type Schemas } from '@/api/client'

export type Verification = Schemas['SigningVerificationAnswer']
export type Finding = Schemas['SigningFindingAnswer']

/** `failed`: it could not be asked. */
export type Verdict = 'valid' | 'altered' | 'notSealed' | 'failed'

/** Reads the record as it lies in the database, and holds it against its seal. */
export async function verify(agreement: string): Promise<Verification> {
  const { data } = await api.GET('/api/v1/agreements/{id}/verification', {
    params: { path: { id: agreement } },
  })
  return data ?? { valid: false, findings: [] }
}

export function verdictOf({ valid, findings }: Verification): Verdict {
  if (valid) {
    return 'valid'
  }
  return findings.length === 1 && findings[0]?.code === 'notSealed' ? 'notSealed' : 'altered'
}

/**
 * Verifies many, one after the other, for as long as nobody stops it.
 *
 * @param ask answers for one; throws what `api` throws
 */
export function useVerifyingAll(ask: (agreement: string) => Promise<Verification> = verify) {
  const verdicts = shallowReactive(new Map<string, Verdict>())
  const progress = reactive({ running: false, done: 0, total: 0 })
  const stopped = ref(false)

  async function start(agreements: readonly string[]) {
    verdicts.clear()
    Object.assign(progress, { running: true, done: 0, total: agreements.length })
    stopped.value = false
    for (const agreement of agreements) {
      if (stopped.value) {
        break
      }
      try {
        verdicts.set(agreement, verdictOf(await ask(agreement)))
      } catch {
        verdicts.set(agreement, 'failed')
      }
      progress.done++
    }
    progress.running = false
  }

  return { start, stop: () => (stopped.value = true), verdicts, progress, stopped }
}
