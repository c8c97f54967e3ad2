import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './bridgehead'

const PROJECT = '电子级溶剂绿色合成'
const BASE = '南平新材料中试平台'

async function cancelMeeting(page: Page) {
  await page.getByRole('button', { name: '取消洽谈' }).click()
  const dialog = page.getByRole('dialog', { name: '取消这次洽谈？' })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '取消洽谈' }).click()
  await expect(page.getByRole('heading', { name: '洽谈已取消' })).toBeVisible()
}

test('a suggestion becomes a request, an accepted meeting with a table, and is cancelled again', async ({
  page,
  browser,
  problems,
}) => {
  await signIn(page, 'hs-city-officer', '/projects')
  await page.getByRole('link', { name: PROJECT }).click()
  const card = page.getByRole('article').filter({ hasText: BASE })
  await expect(card.getByRole('img', { name: /匹配度 \d+ 分/ })).toBeVisible()
  await expect(card).toContainText('领域相邻')
  // what a broken run left behind
  await expect(card.getByRole('link', { name: /申请|接受|排期/ }).or(card.getByRole('button'))).toBeVisible()
  if (await card.getByRole('button').isHidden()) {
    await card.getByRole('link', { name: /申请|接受|排期/ }).click()
    await cancelMeeting(page)
    await page.goBack()
  }
  await expectAccessible(page)
  await card.getByRole('button', { name: '申请' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('留言').fill('想看中试线，带样品来。')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '发出申请' }).click()
  await card.getByRole('link', { name: '查看洽谈' }).click()
  await expect(page.getByText('由被邀请的一方答复')).toBeVisible()
  await expect(page.getByRole('button', { name: '取消洽谈' })).toBeVisible()
  await expect(page.getByRole('button', { name: '接受', exact: true })).toBeHidden()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'np-city-officer', new URL(page.url()).pathname)
  await expect(other.getByText('想看中试线，带样品来。')).toBeVisible()
  await expect(other.getByRole('button', { name: '婉拒' })).toBeVisible()
  await expect(other.getByRole('button', { name: '取消洽谈' })).toBeHidden()
  await expectAccessible(other)
  await other.getByRole('button', { name: '接受', exact: true }).click()
  // the timetable hears of it, and the page asks again by itself
  await expect(other.getByText(/\S+ 号桌/).first()).toBeVisible()

  await other.getByRole('button', { name: '记录意向' }).click()
  await other.getByRole('button', { name: '记录意向' }).click()
  const question = other.getByRole('dialog', { name: '记录这份意向？' })
  await expect(question).toContainText('一经记录不能更改')
  await expectAccessible(other)
  await question.getByRole('button', { name: '记录意向' }).click()
  await expect(question).toBeHidden()
  for (const field of ['意向名称', '主要内容']) {
    await expect(other.getByLabel(field)).toHaveAttribute('aria-invalid', 'true')
  }
  await expectAccessible(other)
  await other.getByRole('button', { name: '放弃' }).click()
  await cancelMeeting(other)
  await other.context().close()
  expect(problems).toEqual([])
})

test('the board shows who sits where, the list finds them', async ({ page }, info) => {
  await signIn(page, 'qz-organizer', '/meetings')
  const board = page.getByRole('region', { name: '洽谈日程表' })
  await expect(board.getByRole('link').first()).toBeVisible()
  if (info.project.name === 'desk') {
    await expect(board.getByRole('columnheader', { name: 'A1' })).toBeVisible()
    await expect(board.getByRole('rowheader')).toHaveCount(12)
  }
  await expectAccessible(page)

  await page.getByLabel('状态').selectOption('intentRecorded')
  await page.getByRole('link', { name: '列表' }).click()
  await expect(page).toHaveURL(/in-state=intentRecorded/)
  const rows = page.getByRole('table', { name: '对接洽谈' }).getByRole('row')
  await expect(rows.filter({ hasText: '已形成意向' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: '已排期' })).toHaveCount(0)
  await expectAccessible(page)

  await rows.filter({ hasText: '已形成意向' }).first().getByRole('link').click()
  await expect(page.getByRole('link', { name: '查看成果链' })).toBeVisible()
  await expect(page.getByRole('link', { name: '查看协议' })).toBeVisible()
  const intent = page.getByRole('region', { name: '意向' })
  await expect(intent.getByRole('term')).toHaveText(['意向名称', '合作类别'])
  await expectAccessible(page)
  // an organizer looks on: nothing to do here
  await expect(page.getByRole('button', { name: '取消洽谈' })).toBeHidden()
  await page.getByRole('link', { name: '返回对接洽谈' }).click()
  await expect(page).toHaveURL(/view=list&in-state=intentRecorded|in-state=intentRecorded&view=list/)
})

test('on the day an organisation sees its meetings in order, and the next one is marked', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2025-09-25T02:00:00Z'))
  await signIn(page, 'sr-organisation', '/meetings')
  await page.getByRole('link', { name: '我的日程' }).click()

  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries.first()).toBeVisible()
  const times = await entries.locator('strong').allTextContents()
  const starts = times.filter((text) => /^\d\d:\d\d$/.test(text))
  expect(starts).toEqual([...starts].sort())
  await expect(entries.locator('[aria-current="step"]')).toHaveCount(1)
  await expectAccessible(page)
})

test('a delegate sees his own day, and nobody else’s', async ({ page }) => {
  await signIn(page, 'sr-delegate', '/meetings/day')

  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries.first()).toBeVisible()
  await expect(entries.first()).toContainText(/\d\d:\d\d/)
  await expect(page.getByRole('combobox')).toHaveCount(0)
  await expectAccessible(page)
  await entries.first().getByRole('link').click()
  await page.getByRole('link', { name: '返回我的日程' }).click()
  await expect(page).toHaveURL('/meetings/day')
})

test(
  'a slot is called free only to whoever sees all meetings',
  { tag: '@phone' },
  async ({ page, browser }) => {
    const free = page.getByText('空闲', { exact: true })
    await signIn(page, 'sr-organisation', '/meetings')
    await expect(page.getByText('本方无安排').first()).toBeVisible()
    await expect(page.getByText('空白处可能已有他人的洽谈')).toBeVisible()
    await expect(free).toHaveCount(0)
    await page.getByLabel('状态').selectOption('declined')
    await expect(page.getByText('无符合条件的洽谈').first()).toBeVisible()

    const organizer = await (await browser.newContext()).newPage()
    await signIn(organizer, 'qz-organizer', '/meetings')
    await expect(organizer.getByRole('region', { name: '洽谈日程表' })).toBeVisible()
    await expect(organizer.getByText(/本方无安排|空白处可能/)).toHaveCount(0)
    await organizer.context().close()
  },
)

test('a timetable is seen before it is opened, and what is wrong with it is said', async ({
  page,
  problems,
}) => {
  // the demo's is open, and is opened once: here the page believes that there is none yet
  await page.route('**/api/v1/timetables/*', (route) =>
    route.fulfill({
      status: 404,
      contentType: 'application/problem+json',
      body: JSON.stringify({ status: 404, slug: 'not-found', title: '没有找到' }),
    }),
  )
  await signIn(page, 'qz-organizer', '/timetables/new')
  await expect(page.getByText('12 个时段 × 4 张桌 = 48 个席位')).toBeVisible()
  await page.getByLabel('天数').fill('2')
  await expect(page.getByText('24 个时段 × 4 张桌 = 96 个席位')).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('开始时间').nth(1).fill('09:10')
  await page.getByRole('button', { name: '开放洽谈日程' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开放洽谈日程' }).click()
  await expect(page.getByLabel('每场分钟数')).toHaveAttribute('aria-invalid', 'true')

  expect(problems.splice(0).length).toBeGreaterThanOrEqual(2)
})
