import { expect, expectAccessible, signIn, test } from './bridgehead'

const ROWS = 1000
const LONG =
  '衢州市先进氟硅新材料与电子化学品产业技术创新战略联盟（示例）有限责任公司驻长三角一体化示范区联络处'

test('a list of a thousand long names draws what is in sight, from its first row to its last', async ({
  page,
}) => {
  await page.route('**/api/v1/projects?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0)
    const items = Array.from({ length: 200 }, (_, i) => ({
      id: `p${from + i}`,
      edition: '2025-quzhou',
      title: `${from + i} ${LONG}`,
      organisation: '91330800MA00000000',
      organisationName: LONG,
      city: ['qz', 'sr', 'hs', 'np'][i % 4],
      industries: [],
      stage: 'seed',
      ask: { amount: 100_000_000 + i, currency: 'CNY' },
      contact: 'c',
      version: 1,
    }))
    const next = from + 200 < ROWS ? { next: String(from + 200) } : {}
    return route.fulfill({ json: { items, ...next } })
  })
  await signIn(page, 'qz-organizer', '/projects')
  const table = page.getByRole('table')
  await expect(table).toHaveAttribute('aria-rowcount', `${ROWS + 1}`)

  const rows = table.getByRole('row')
  expect(await rows.count()).toBeLessThan(80)
  await expectAccessible(page)
  await expect(async () => {
    await page.keyboard.press('End')
    await expect(table.getByRole('link', { name: `${ROWS - 1} ` })).toBeInViewport({ timeout: 500 })
  }).toPass()
  expect(await rows.count()).toBeLessThan(80)

  await page.getByRole('searchbox').fill(`${ROWS - 1}`)
  await expect(table).toHaveAttribute('aria-rowcount', '2')
  await expect(table.getByRole('link', { name: `${ROWS - 1} ` })).toBeVisible()
})
