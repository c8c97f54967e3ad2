import { readonly, ref } from 'vue'

const RETRY_MILLIS = 2000

const lost = ref(false)
const back = new Set<() => void>()
let asking = false

/** Whether the last request found nobody. */
export const connectionLost = readonly(lost)

/** Called once the connection is there again after it was lost. */
export function whenConnectionIsBack(run: () => void): void {
  back.add(run)
}

/** Says that a request found nobody, and asks from then on until somebody answers. */
export function loseConnection(): void {
  lost.value = true
  if (!asking) {
    asking = true
    void ask()
  }
}

async function ask(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS))
    try {
      const answer = await fetch('/actuator/health/readiness', { cache: 'no-store' })
      if (answer.ok) {
        break
      }
    } catch {
      // still nobody
    }
  }
  asking = false
  lost.value = false
  back.forEach((run) => run())
}
