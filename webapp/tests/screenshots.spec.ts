import { expect, type Page, type TestInfo } from '@playwright/test'
import { openNavigation, signIn, test } from './bridgehead'

interface Shot {
  name: string
  path: string
  /** What is done on the page before it is taken. */
  first?: (page: Page) => Promise<void>
}

const firstOfList = (page: Page) => page.getByRole('table').getByRole('link').first().click()
const named = (name: string) => (page: Page) => page.getByRole('link', { name, exact: true }).first().click()

/** Every page, by the account that sees most of it. */
const SHOTS: Record<string, Shot[]> = {
  'qz-organizer': [
    { name: 'chain', path: '/chain' },
    { name: 'chain-story', path: '/chain?stage=signed', first: firstOfList },
    { name: 'delegates', path: '/delegates' },
    { name: 'places', path: '/places' },
    { name: 'edition-edit', path: '/editions/2025-quzhou/edit' },
    { name: 'edition-new', path: '/editions/new' },
    { name: 'timetable-new', path: '/timetables/new' },
    {
      name: 'agreements',
      path: '/agreements',
      first: async (page) => {
        await page.getByRole('button', { name: /^(全部验真|Verify all)/ }).click()
        await page.getByText(/份完好|as sealed/).waitFor()
      },
    },
    {
      name: 'agreement',
      path: '/agreements?in-state=signed',
      first: async (page) => {
        await firstOfList(page)
        await page.getByRole('button', { name: /^(验真|Verify)$/ }).click()
        await page
          .getByRole('heading', { name: /^(记录与封存时完全一致|The record is exactly as it was sealed)$/ })
          .waitFor()
      },
    },
  ],
  'np-city-officer': [
    { name: 'delegations', path: '/delegations' },
    { name: 'delegation', path: '/delegations', first: named('南平代表团') },
    { name: 'projects', path: '/projects' },
    { name: 'project', path: '/projects', first: named('六氟磷酸锂低能耗工艺') },
    { name: 'project-new', path: '/projects/new' },
    { name: 'funds', path: '/funds' },
    { name: 'fund', path: '/funds', first: firstOfList },
    { name: 'pilot-bases', path: '/pilot-bases' },
    { name: 'pilot-base', path: '/pilot-bases', first: firstOfList },
    { name: 'meetings', path: '/meetings' },
    { name: 'meetings-list', path: '/meetings?view=list' },
    { name: 'meeting', path: '/meetings?view=list', first: firstOfList },
  ],
  'sr-organisation': [{ name: 'meetings-day', path: '/meetings/day' }],
  'sr-signatory': [
    { name: 'agreement-to-sign', path: '/agreements?in-state=draft', first: firstOfList },
    { name: 'front-signed-in', path: '/' },
  ],
}

/** A name for the pictures, what the person prefers, and the language. */
const LOOKS = [
  ['light', 'light', 'zh'],
  ['dark', 'dark', 'zh'],
  ['english', 'light', 'en'],
] as const

/** The whole page as one picture: a window as high as the page, because long lists draw only what is in sight. */
async function take(page: Page, name: string, { project }: TestInfo): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  // what comes after the first answer makes the page longer
  await page.waitForTimeout(1000)
  const content = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(Math.max(content, height), 4000) })
  await page.waitForTimeout(700)
  await page.screenshot({ path: `target/screenshots/${name}-${project.name}.png` })
  await page.setViewportSize({ width, height })
}

// `./bridgehead screenshots`: every page as it looks, to be looked at; no test
test.describe('screenshots', { tag: '@screenshots' }, () => {
  for (const [look, colorScheme, language] of LOOKS) {
    test.describe(look, () => {
      test.use({ colorScheme })
      test.beforeEach(async ({ page }) => {
        await page.addInitScript((chosen) => localStorage.setItem('bridgehead.language', chosen), language)
      })

      test('what needs no account', async ({ page, isMobile }, info) => {
        await page.goto('/')
        await take(page, `front-${look}`, info)
        if (isMobile) {
          await openNavigation(page)
          await take(page, `navigation-${look}`, info)
        }
        await page.goto('/chain')
        await take(page, `needs-account-${look}`, info)
        await page.goto('/nowhere')
        await take(page, `not-found-${look}`, info)
      })

      for (const [account, shots] of Object.entries(SHOTS)) {
        test(`what ${account} sees`, async ({ page }, info) => {
          test.setTimeout(240_000)
          page.setDefaultTimeout(15_000)
          await signIn(page, account, shots[0]?.path.replace(/\?.*/, '') ?? '/')
          for (const { name, path, first } of shots) {
            await page.goto(path)
            await first?.(page)
            await take(page, `${name}-${look}`, info)
          }
        })
      }
    })
  }
})
