import { createParser } from 'eventsource-parser'
import { language } from '@/language'
import { token } from '@/identity/session'
import { refusal } from './problem'

const FIRST_WAIT_MILLIS = 500
const LONGEST_WAIT_MILLIS = 15_000
/** The server says at least a comment in a third of this time. */
const SILENCE_MILLIS = 45_000

export interface Told {
  event: string
  data: string
}

/**
 * Follows a stream of server-sent events with the caller's token, and takes it up again after the last event
 * seen whenever it breaks, until it is stopped or refused.
 *
 * @param hear gets each event; `false` ends it
 * @param refused gets what the server refuses for good, such as a stream that is not open to the caller
 * @param connected told whenever the stream begins and breaks
 * @returns what stops it
 */
export function follow(
  path: string,
  hear: (told: Told) => boolean | undefined,
  refused: (error: Error) => void = () => undefined,
  connected: (is: boolean) => void = () => undefined,
): () => void {
  const stopped = new AbortController()
  void run()
  return () => stopped.abort()

  async function run() {
    let last: string | undefined
    let wait = FIRST_WAIT_MILLIS
    while (!stopped.signal.aborted) {
      const heard = new AbortController()
      const either = AbortSignal.any([stopped.signal, heard.signal])
      let silence = setTimeout(() => heard.abort(), SILENCE_MILLIS)
      try {
        const answer = await fetch(path, { headers: await headers(last), signal: either, cache: 'no-store' })
        if (!answer.ok || !answer.body) {
          if (answer.status >= 400 && answer.status < 500 && answer.status !== 401 && answer.status !== 429) {
            refused(await refusal(answer))
            return
          }
          throw new Error(`HTTP ${answer.status}`)
        }
        connected(true)
        const parser = createParser({
          onEvent: ({ id, event, data }) => {
            last = id ?? last
            wait = FIRST_WAIT_MILLIS
            if (hear({ event: event ?? 'message', data }) === false) {
              stopped.abort()
            }
          },
        })
        const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
        for (;;) {
          const { done, value } = await reader.read()
          if (done) {
            break
          }
          clearTimeout(silence)
          silence = setTimeout(() => heard.abort(), SILENCE_MILLIS)
          parser.feed(value)
        }
      } catch {
        // broken off, or nobody there: again, after a while
      } finally {
        clearTimeout(silence)
        connected(false)
      }
      await pause(wait * (0.5 + Math.random() / 2))
      wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS)
    }
  }

  async function headers(last: string | undefined): Promise<Record<string, string>> {
    const bearer = await token()
    return {
      Accept: 'text/event-stream',
      'Accept-Language': language.value,
      ...(bearer ? { Authorization: `Bearer ${bearer}` } : {}),
      ...(last === undefined ? {} : { 'Last-Event-ID': last }),
    }
  }

  function pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis)
      stopped.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}
