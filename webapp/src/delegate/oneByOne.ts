import { computed, reactive } from 'vue'
import { Refused } from '@/api/problem'

interface Work<Item> {
  total: number
  left: Item[]
  done: number
  refused: { item: Item; error: Error }[]
  /** Why it broke off: no answer came, or nobody may go on. */
  broken: Error | undefined
  running: boolean
  stopping: boolean
}

const WHILE_TOO_MANY_MILLIS = 2000

/**
 * Does the same with many, one after another. What is refused for one is noted, and the others go on; what is
 * stopped or breaks off is taken up again where it was.
 *
 * @param work throws `Refused` where it is refused; whatever else it throws breaks off
 */
export function useOneByOne<Item>(work: (item: Item) => Promise<void>) {
  const now = reactive({ ...nothing<Item>() }) as Work<Item>

  async function begin(items: readonly Item[]) {
    if (!now.running) {
      Object.assign(now, nothing<Item>(), { total: items.length, left: [...items] })
      await goOn()
    }
  }

  async function goOn() {
    if (now.running) {
      return
    }
    Object.assign(now, { running: true, stopping: false, broken: undefined })
    while (now.left.length && !now.stopping && !now.broken) {
      const item = now.left[0] as Item
      try {
        await work(item)
        now.done++
        now.left.shift()
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.status === 401 || error.problem.status >= 500) {
          now.broken = error as Error
        } else if (error.problem.status === 429) {
          await new Promise((resolve) => setTimeout(resolve, WHILE_TOO_MANY_MILLIS))
        } else {
          now.refused.push({ item, error })
          now.left.shift()
        }
      }
    }
    now.running = false
  }

  return {
    now,
    begin,
    goOn,
    stop: () => (now.stopping = true),
    clear: () => Object.assign(now, nothing<Item>()),
    handled: computed(() => now.total - now.left.length),
  }
}

function nothing<Item>(): Work<Item> {
  return { total: 0, left: [], done: 0, refused: [], broken: undefined, running: false, stopping: false }
}
