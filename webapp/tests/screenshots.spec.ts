import { openNavigation, signIn, test } from './bridgehead'

// `npm run screenshots`: every page as it looks, to be looked at; no test
test.describe('screenshots', { tag: '@screenshots' }, () => {
  for (const look of ['light', 'dark'] as const) {
    test(`front, ${look}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: look })
      await page.goto('/')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.screenshot({
        path: `target/screenshots/front-${look}-${info.project.name}.png`,
        fullPage: true,
      })
      await openNavigation(page)
      await page.screenshot({ path: `target/screenshots/navigation-${look}-${info.project.name}.png` })
    })

    test(`chain, ${look}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: look })
      await signIn(page, 'qz-organizer', '/chain')
      await page.getByRole('img', { name: '成果链图' }).waitFor()
      await page.waitForTimeout(1500)
      await page.screenshot({
        path: `target/screenshots/chain-${look}-${info.project.name}.png`,
        fullPage: true,
      })
      await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
      await page.getByRole('heading', { name: '代表到场' }).waitFor()
      await page.screenshot({
        path: `target/screenshots/story-${look}-${info.project.name}.png`,
        fullPage: true,
      })
    })
  }
})
