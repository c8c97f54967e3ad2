import { expect, expectAccessible, openNavigation, test } from './bridgehead'

test('the front page tells of the event without an account', async ({ page }) => {
  await page.goto('/')

  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025衢州人才科创周')
  await expect(page.getByText('2025年9月24日')).toBeVisible()
  for (const city of ['衢州', '上饶', '黄山', '南平']) {
    await expect(page.getByText(city, { exact: true })).toBeVisible()
  }
  await expectAccessible(page)
})

test('the language is changed, and remembered', async ({ page }) => {
  await page.goto('/')
  await openNavigation(page)
  await page.getByRole('button', { name: 'English' }).click()

  await expect(page.getByRole('heading', { name: 'Cities taking part' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Cities taking part' })).toBeVisible()
})

test('in the dark, contrast suffices too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/')

  await expect(page.locator('html')).toHaveClass(/dark/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('an address that is no page is said to be none', async ({ page }) => {
  await page.goto('/no/such/page')

  await expect(page.getByRole('heading', { name: '没有这一页' })).toBeVisible()
  await expectAccessible(page)
})

test('what is not open without an account asks for one', async ({ page }) => {
  await page.goto('/chain')

  await expect(page.getByRole('heading', { name: '请登录后查看' })).toBeVisible()
  await expectAccessible(page)
})
