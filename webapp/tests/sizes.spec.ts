import { appendFileSync, mkdirSync } from 'node:fs'
import { expect, signIn, test } from './bridgehead'

/** Bytes of compressed script and style that a first visit to a page may load. */
const MOST = 250_000
const PAGES = ['/', '/chain', '/delegations', '/delegates', '/projects', '/meetings', '/agreements']

test('a first visit on a phone loads no more than 250 kB of script and style', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'it is about phones')
  test.skip((process.env.BRIDGEHEAD_ADDRESS ?? '').includes('517'), 'what the gateway serves is measured')
  await signIn(page, 'qz-organizer', '/chain')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  const loaded = new Map<string, number>()
  network.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') {
      loaded.set(requestId, 0)
    }
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (loaded.has(requestId)) {
      loaded.set(requestId, encodedDataLength)
    }
  })
  mkdirSync('target', { recursive: true })

  for (const path of PAGES) {
    loaded.clear()
    await page.goto(path, { waitUntil: 'networkidle' }).catch(() => undefined)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const bytes = [...loaded.values()].reduce((sum, one) => sum + one, 0)
    appendFileSync('target/sizes.txt', `${path} ${Math.round(bytes / 1000)} kB\n`)
    expect.soft(bytes, path).toBeLessThanOrEqual(MOST)
    expect(bytes, path).toBeGreaterThan(10_000)
  }
})
