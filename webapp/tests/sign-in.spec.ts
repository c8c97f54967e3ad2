import type { Page } from '@playwright/test'
import { expect, expectAccessible, openNavigation, test } from './bridgehead'

/** From a page that needs an account to Keycloak's. */
async function askToSignIn(page: Page): Promise<void> {
  await page.goto('/delegations')
  await page.getByRole('main').getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveTitle('登录 · 桥头堡 Bridgehead')
}

test.describe('the sign-in page', () => {
  test('is the product’s own, and reads in Chinese and in English', async ({ page }) => {
    await askToSignIn(page)
    await expect(page.getByRole('banner')).toHaveText('桥头堡 Bridgehead')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(page.getByRole('heading', { name: '登录', level: 1 })).toBeVisible()
    await expect(page.getByLabel('账号')).toBeFocused()
    await expectAccessible(page)

    await page.getByLabel('语言').selectOption({ label: 'English' })

    await expect(page).toHaveTitle('Sign in · 桥头堡 Bridgehead')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await expectAccessible(page)
  })

  test('is in the language that the app is read in', async ({ page }) => {
    await page.goto('/delegations')
    await openNavigation(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()

    await expect(page).toHaveTitle('Sign in · 桥头堡 Bridgehead')
  })

  test('says that a password is wrong, light and dark', async ({ page }) => {
    await askToSignIn(page)
    // an account that there is would be shut after some runs
    await page.getByLabel('账号').fill('nobody')
    await page.getByLabel('密码', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: '登录' }).click()

    await expect(page.getByText('账号或密码不正确。')).toBeVisible()
    await expect(page.getByLabel('账号')).toHaveValue('nobody')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
  })

  test('says that it has expired, and where to go on', async ({ page }) => {
    await askToSignIn(page)
    const address = new URL(page.url())
    const form = new URL((await page.locator('form').getAttribute('action')) ?? '', address)
    form.searchParams.set('execution', crypto.randomUUID())
    await page.goto(form.href)

    await expect(page.getByRole('heading', { name: '页面已过期', level: 1 })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: '重新登录' }).click()
    await expect(page.getByLabel('账号')).toBeVisible()
  })

  test('loads nothing from another host, and stands on the web app’s ground', async ({ page }) => {
    const hosts = new Set<string>()
    page.on('request', (request) => hosts.add(new URL(request.url()).host))
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    await page.goto('/delegations')
    const app = { host: new URL(page.url()).host, ground: await ground() }

    await askToSignIn(page)
    await page.waitForLoadState()

    expect(await ground()).toBe(app.ground)
    expect([...hosts].sort()).toEqual([app.host, new URL(page.url()).host].sort())
  })
})
