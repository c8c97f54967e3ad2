import type { Page } from '@playwright/test'
import { aDraft, CitySystem, EDITION, expect, expectAccessible, signIn, test } from './bridgehead'

interface Meeting {
  id: string
  project: string
  counterpart: { kind: string; id: string }
  sides: { city: string }[]
}

const cardOf = (page: Page) => page.getByRole('region', { name: '待您处理' })

/** Follows what waits, and finds as many in the list as the card said. */
async function followed(page: Page, what: string): Promise<number> {
  await page.goto('/')
  const link = cardOf(page).getByRole('link', { name: what })
  const n = Number(await link.getByRole('strong').textContent())
  expect(n).toBeGreaterThan(0)
  await expectAccessible(page)
  await link.click()
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', `${n + 1}`)
  return n
}

test('whoever signs is told what waits for his signature, and the list marks it', async ({ page }) => {
  await aDraft('qz', 'qz', '工艺验证合作（测试）')
  await signIn(page, 'qz-signatory', '/agreements')
  await expect(page.getByRole('table').getByText('待您签署').first()).toBeVisible()
  await followed(page, '协议待您签署')
  await expect(page).toHaveURL(/in-state=toSign/)
  for (const row of await page.getByRole('table').locator('[role=cell][data-label=状态]').all()) {
    await expect(row).toContainText('待您签署')
  }
  await expectAccessible(page)
})

test('a request waits for the side that was asked until it is answered', async ({ page }) => {
  const hs = new CitySystem('hs')
  const met = await hs.all<Meeting>(`/meetings?edition=${EDITION}&state=cancelled`)
  const before = met.find(({ sides: [one, other] }) => one?.city === 'hs' && other?.city === 'np')
  test.skip(!before, 'the meetings’ test leaves one that was cancelled')
  const { project, counterpart } = before as Meeting
  const { id } = await hs.post<Meeting>('/meetings', {
    project,
    counterpart: { kind: counterpart.kind, id: counterpart.id },
  })
  try {
    await signIn(page, 'np-city-officer', '/projects')
    const n = await followed(page, '洽谈申请待本方答复')
    await expect(page.getByRole('table').getByText('已申请').first()).toBeVisible()
    await page.goto(`/meetings/${id}`)
    await page.getByRole('button', { name: '婉拒' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('日程已满。')
    await page.getByRole('dialog').getByRole('button', { name: '婉拒' }).click()
    await expect(page.getByRole('heading', { name: /婉拒/ })).toBeVisible()
    await page.goto('/')
    await page.waitForLoadState('networkidle')
    const left = cardOf(page).getByRole('link', { name: '洽谈申请待本方答复' })
    await (n > 1 ? expect(left).toContainText(`${n - 1}`) : expect(left).toHaveCount(0))
  } finally {
    await hs.post(`/meetings/${id}/cancel`).catch(() => undefined)
  }
})

test('a meeting that is over waits for its intent', async ({ page }) => {
  await signIn(page, 'sr-organisation', '/projects')
  await followed(page, '洽谈已结束，待记录意向')
  await expect(page).toHaveURL(/scope=record/)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('button', { name: '记录意向' })).toBeVisible()
})

test('the host’s organizer is told whom to decide on', async ({ page }) => {
  // as many as there are in the demo are decided on by other tests: here the page believes that there are two
  await page.route('**/api/v1/delegates?*state=registered*', (route) =>
    route.fulfill({
      json: {
        items: [
          { id: 'a', state: 'registered' },
          { id: 'b', state: 'registered' },
        ],
      },
    }),
  )
  await signIn(page, 'qz-organizer', '/projects')
  await page.goto('/')
  await cardOf(page).getByRole('link', { name: '报名人员待审批 2' }).click()
  await expect(page).toHaveURL('/delegates?in-state=registered')
})

test('who has nothing to do is told of nothing, and without an account nothing is asked for', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked.filter((url) => /WaitingForYou|api\/v1\/(meetings|agreements|delegates)/.test(url))).toEqual(
    [],
  )

  await signIn(page, 'sr-delegate', '/projects')
  asked.splice(0)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(cardOf(page)).toHaveCount(0)
  expect(asked.filter((url) => /api\/v1\/(meetings|agreements|delegates)/.test(url))).toEqual([])
})
