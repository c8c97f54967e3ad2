import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** Passwords as `./bridgehead env` names them: one for all of a city's people. */
function passwordOf(account: string): string {
  const name = `BRIDGEHEAD_${account.slice(0, 2).toUpperCase()}_PASSWORD`
  const password = process.env[name]
  if (!password) {
    throw new Error(`${name} is not set: ./bridgehead status --accounts shows it`)
  }
  return password
}

export const test = base.extend<{ problems: string[] }>({
  /** What the browser complains of, the content security policy's refusals among it. */
  problems: [
    async ({ page }, use) => {
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') {
          problems.push(message.text())
        }
      })
      await use(problems)
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

/** Signs in through Keycloak's own page, and comes back to where the app was asked for. */
export async function signIn(page: Page, account: string, path: string): Promise<void> {
  await page.goto(path)
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(登录|Sign in)$/ })
    .click()
  await page.locator('#username').fill(account)
  await page.locator('#password').fill(passwordOf(account))
  await page.locator('#kc-login').click()
  await page.waitForURL((url) => url.pathname === path)
}

/** On a phone the navigation is behind a button. */
export async function openNavigation(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: /^(菜单|Menu)$/ })
  if (await menu.isVisible()) {
    await menu.click()
  }
}

/** Nothing serious or critical by axe-core, and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).analyze()
  const grave = found.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)
  expect(grave).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}
