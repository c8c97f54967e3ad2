import { expect, expectAccessible, openNavigation, signIn, test } from './bridgehead'

/** What each sees in the navigation; the rest answers that it is not open to them. */
const EVERYONE = ['活动首页', '代表团', '项目与资金', '对接洽谈']
const WITH_CHAIN = ['活动首页', '成果链', '代表团', '项目与资金', '对接洽谈', '协议']
const ROLES = {
  organizer: WITH_CHAIN,
  'city-officer': WITH_CHAIN,
  organisation: WITH_CHAIN,
  signatory: WITH_CHAIN,
  auditor: WITH_CHAIN,
  operator: WITH_CHAIN,
  reception: EVERYONE,
  'delegation-leader': EVERYONE,
  delegate: EVERYONE,
  judge: EVERYONE,
}

for (const [role, pages] of Object.entries(ROLES)) {
  // on a phone, one stands for all
  const tag = role === 'city-officer' ? [] : ['@desk']
  test(
    `${role} opens every page that the navigation leads to, in both languages`,
    { tag },
    async ({ page }) => {
      await signIn(page, `sr-${role}`, '/projects')
      await openNavigation(page)
      const navigation = page.getByRole('navigation', { name: '主导航' })
      await expect(navigation.getByRole('link')).toHaveText(pages)
      const paths = await navigation
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

      for (const path of paths) {
        await openNavigation(page)
        await navigation.locator(`a[href="${path}"]`).click()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
        await expectAccessible(page)
      }
      await openNavigation(page)
      await page.getByRole('button', { name: 'English' }).click()
      for (const path of paths) {
        await openNavigation(page)
        await page.getByRole('navigation').locator(`a[href="${path}"]`).click()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        // what people typed stays as they typed it; the page's own words are English
        const words = page.locator('nav a, h1, [role=columnheader], .choose > span')
        for (const word of await words.allTextContents()) {
          expect(word, path).not.toMatch(/[\u4e00-\u9fff]/)
        }
      }
    },
  )
}
