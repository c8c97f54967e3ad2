import { expect, openNavigation, signIn, test } from './bridgehead'

const LOST = '网络已断开，正在重新连接…'
const ENDED = '登录已过期，重新登录后可继续。'
const TOKENS = '**/protocol/openid-connect/token'

test.describe('what is typed', () => {
  test('is still there when the connection is lost, and what was asked for comes when it is back', async ({
    page,
    context,
    problems,
  }) => {
    await signIn(page, 'qz-organizer', '/agreements')
    const search = page.getByRole('searchbox')
    await search.fill('竹基')
    await openNavigation(page)

    await context.setOffline(true)
    await page.getByRole('link', { name: '成果链' }).click()
    await expect(page.getByText(LOST)).toBeVisible()
    await expect(search).toHaveValue('竹基')
    await context.setOffline(false)

    await expect(page.getByText(LOST)).toBeHidden()
    await expect(page.getByRole('heading', { name: '成果链', level: 1 })).toBeVisible()
    // the browser says of each request that it found nobody
    problems.splice(0)
  })

  test('is still there when the session ended and somebody signed in again', async ({
    page,
    context,
    problems,
  }) => {
    await page.clock.install()
    await signIn(page, 'qz-organizer', '/agreements')
    const rows = page.getByRole('row')
    await expect(rows).not.toHaveCount(0)
    const search = page.getByRole('searchbox')
    await search.fill('竹基')
    await page.route(TOKENS, (route) => route.fulfill({ status: 400, json: { error: 'invalid_grant' } }))
    await page.clock.fastForward('01:00:00')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(page.getByText(ENDED)).toBeVisible()
    await page.unroute(TOKENS)

    const opened = context.waitForEvent('page')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await (await opened).waitForEvent('close')

    await expect(page.getByText(ENDED)).toBeHidden()
    await expect(search).toHaveValue('竹基')
    await expect(rows).not.toHaveCount(0)
    problems.splice(0)
  })
})

test('the address stays as it was asked for, and back goes to the page before', async ({ page }) => {
  await signIn(page, 'qz-organizer', '/agreements')
  await expect(page.getByRole('heading', { name: '协议', level: 1 })).toBeVisible()
  await expect(page).toHaveURL('/agreements')

  await page.goto('/places')
  await expect(page.getByRole('heading', { name: '名额', level: 1 })).toBeVisible()
  await expect(page).toHaveURL('/places')
  await page.goBack()
  await expect(page.getByRole('heading', { name: '协议', level: 1 })).toBeVisible()
})

test('whoever is signed in stays so, even if asking Keycloak broke off', async ({ page, problems }) => {
  await signIn(page, 'qz-organizer', '/agreements')
  const asked = '**/protocol/openid-connect/auth?*'
  await page.route(asked, (route) => route.abort())
  const broken = page.waitForEvent('requestfailed', (request) => request.isNavigationRequest())
  await page.goto('/agreements')
  await broken
  await page.unroute(asked)

  await page.goto('/agreements')
  await expect(page.getByRole('heading', { name: '协议', level: 1 })).toBeVisible()
  problems.splice(0)
})

test('with Keycloak away, the public page stays open to whoever was signed in', async ({
  page,
  problems,
}) => {
  await signIn(page, 'qz-organizer', '/agreements')
  await page.route('**/realms/**', (route) => route.abort())
  await page.goto('/')

  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025衢州人才科创周')
  await expect(page.getByText('登录服务暂时不可用')).toBeVisible()
  await page.unroute('**/realms/**')
  await page.goto('/agreements')
  await expect(page.getByRole('heading', { name: '协议', level: 1 })).toBeVisible()
  problems.splice(0)
})
