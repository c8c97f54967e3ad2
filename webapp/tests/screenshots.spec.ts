import type { Page, TestInfo } from '@playwright/test'
import { openNavigation, signIn, test } from './bridgehead'

/** The whole page as one picture: a window as high as the page, because long lists draw only what is in sight. */
async function take(page: Page, name: string, look: string, { project }: TestInfo): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const content = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(Math.max(content, height), 4000) })
  await page.waitForTimeout(500)
  await page.screenshot({ path: `target/screenshots/${name}-${look}-${project.name}.png` })
  await page.setViewportSize({ width, height })
}

// `./bridgehead screenshots`: every page as it looks, to be looked at; no test
test.describe('screenshots', { tag: '@screenshots' }, () => {
  for (const look of ['light', 'dark'] as const) {
    test.describe(look, () => {
      test.use({ colorScheme: look })

      test('front', async ({ page, isMobile }, info) => {
        await page.goto('/')
        await page.getByRole('heading', { level: 1 }).waitFor()
        await take(page, 'front', look, info)
        if (isMobile) {
          await openNavigation(page)
          await take(page, 'navigation', look, info)
        }
      })

      test('chain', async ({ page }, info) => {
        await signIn(page, 'qz-organizer', '/chain')
        await page.getByRole('img', { name: '成果链图' }).waitFor()
        await page.waitForTimeout(1500)
        await take(page, 'chain', look, info)
        await page.getByLabel('阶段').selectOption('signed')
        await page.getByRole('table').getByRole('link').first().click()
        await page.getByRole('heading', { name: '签章封存' }).waitFor()
        await take(page, 'story', look, info)
      })
    })

    test(`agreements, ${look}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: look })
      await signIn(page, 'qz-organizer', '/agreements')
      await page.getByRole('button', { name: /^全部验真/ }).click()
      await page.getByText(/^核对了/).waitFor()
      await page.screenshot({
        path: `target/screenshots/agreements-${look}-${info.project.name}.png`,
        fullPage: true,
      })
      await page.getByRole('row', { name: '已签署' }).first().getByRole('link').click()
      await page.getByRole('button', { name: '验真', exact: true }).click()
      await page.getByRole('heading', { name: '记录与封存时完全一致' }).waitFor()
      await page.screenshot({
        path: `target/screenshots/agreement-${look}-${info.project.name}.png`,
        fullPage: true,
      })
    })
    test(`projects, funds and meetings, ${look}`, async ({ page }, info) => {
      test.slow()
      await page.emulateMedia({ colorScheme: look })
      await signIn(page, 'hs-city-officer', '/projects')
      await page.getByRole('row').nth(1).waitFor()
      const pages = ['projects', 'funds', 'pilot-bases', 'funds/new', 'meetings', 'meetings?view=list']
      for (const one of [...pages, 'meetings/day']) {
        await page.goto(`/${one}`)
        await shoot(one)
      }
      for (const [list, name] of [
        ['projects', '电子级溶剂绿色合成'],
        ['meetings?view=list', '电子级溶剂绿色合成 × 衢州新材料产业基金'],
      ] as const) {
        await page.goto(`/${list}`)
        await page.getByRole('link', { name }).first().click()
        await shoot(`${list.replace(/s\b.*/, '')}-one`)
      }

      async function shoot(name: string) {
        await page.waitForLoadState('networkidle')
        await page.screenshot({
          path: `target/screenshots/${name.replace(/\W/g, '-')}-${look}-${info.project.name}.png`,
          fullPage: true,
        })
      }

    test(`delegations, ${look}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: look })
      await signIn(page, 'qz-organizer', '/delegations')
      const picture = (name: string) =>
        page.screenshot({
          path: `target/screenshots/${name}-${look}-${info.project.name}.png`,
          fullPage: true,
        })
      await page.getByRole('table').waitFor()
      await picture('delegations')
      await page.getByRole('link', { name: '审批' }).click()
      await page.getByRole('table', { name: '审批' }).waitFor()
      await picture('approvals')
      await page.getByRole('link', { name: '名额' }).click()
      await page.getByRole('heading', { name: '上饶' }).waitFor()
      await picture('places')
    })

    test(`delegation, ${look}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme: look })
      await signIn(page, 'np-city-officer', '/delegations')
      await page.getByRole('link', { name: '南平代表团', exact: true }).click()
      await page.getByRole('table', { name: '南平代表团' }).waitFor()
      await page.screenshot({
        path: `target/screenshots/delegation-${look}-${info.project.name}.png`,
        fullPage: true,
      })
    })
  }
})
