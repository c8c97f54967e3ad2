import { appendFileSync, mkdirSync } from 'node:fs'
import { expect, signIn, test } from './bridgehead'

/** Bytes of compressed script and style that a first visit to a page may load. */
const MOST = 250_000
const PAGES = ['/', '/chain', '/delegations', '/delegates', '/projects', '/meetings', '/agreements']

test('a first visit loads no more than 250 kB of script and style', { tag: '@phone' }, async ({ page }) => {
  await signIn(page, 'qz-organizer', '/chain')
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  // by address: on its way the page is sent to the sign-in and back, and loads some anew
  const addresses = new Map<string, string>()
  const loaded = new Map<string, number>()
  network.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || type === 'Stylesheet') {
      addresses.set(requestId, response.url)
    }
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId)
    if (address) {
      loaded.set(address, encodedDataLength)
    }
  })
  mkdirSync('target', { recursive: true })

  for (const path of PAGES) {
    loaded.clear()
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const bytes = [...loaded.values()].reduce((sum, one) => sum + one, 0)
    appendFileSync('target/sizes.txt', `${path} ${Math.round(bytes / 1000)} kB\n`)
    expect.soft(bytes, path).toBeLessThanOrEqual(MOST)
    expect(bytes, path).toBeGreaterThan(10_000)
  }
})
