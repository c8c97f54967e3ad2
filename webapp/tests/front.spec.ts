import type { Page, Route } from '@playwright/test'
import { expect, expectAccessible, openNavigation, signIn, test } from './bridgehead'

interface Told {
  version: number
  title: { zh: string; en: string }
  venue: { zh: string; en: string }
  programme: object[]
}

/** The edition with a programme and directions, whatever the running system has; kept in the test, so that it can be changed. */
async function toldOf(page: Page): Promise<{ edition: Told; puts: { version: string; body: Told }[] }> {
  const { items } = (await (await page.request.get('/api/v1/editions')).json()) as { items: Told[] }
  const both = (zh: string, en: string) => ({ zh, en })
  const edition = {
    ...(items[0] as Told),
    programme: [
      {
        startsAt: '2025-09-25T01:00:00Z',
        endsAt: '2025-09-25T04:00:00Z',
        title: both('对接洽谈', 'Meetings'),
        place: both('洽谈区', 'Meeting area'),
      },
      {
        startsAt: '2025-09-24T01:00:00Z',
        endsAt: '2025-09-24T02:30:00Z',
        title: both('启幕仪式', 'Opening ceremony'),
        place: both('主会场', 'Main hall'),
      },
      {
        startsAt: '2025-09-26T01:00:00Z',
        endsAt: '2025-09-26T02:00:00Z',
        title: both('科技合作项目签约仪式', 'Signing of joint projects'),
      },
    ],
    directions: both(
      '乘高铁到衢州站。\n签到处设在主入口。',
      'By train to Quzhou.\nCheck-in is at the main entrance.',
    ),
    about: both('四省边际四市共聚创新资源。', 'Four cities bring their resources together.'),
  }
  const told: { edition: Told; puts: { version: string; body: Told }[] } = { edition, puts: [] }
  await page.route('**/api/v1/editions?*', (route) => route.fulfill({ json: { items: [told.edition] } }))
  await page.route('**/api/v1/editions/*', async (route) => {
    const request = route.request()
    if (request.method() === 'GET') {
      return route.fulfill({ json: told.edition })
    }
    const body = request.postDataJSON() as Told
    const version = request.headers()['if-match'] ?? ''
    told.puts.push({ version, body })
    const refuse = (status: number, slug: string, errors?: object[]) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        json: { status, slug, title: slug, errors },
      })
    if (version !== `"${told.edition.version}"`) {
      return refuse(412, 'stale-version')
    }
    if (body.title.en === '') {
      return refuse(400, 'invalid-request', [{ field: 'title.en', code: 'not-blank', message: '不能为空' }])
    }
    told.edition = { ...told.edition, ...body, version: told.edition.version + 1 }
    return route.fulfill({ json: told.edition })
  })
  return told
}

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

test('the programme by day, how to come, and whether it is over', async ({ page }) => {
  await toldOf(page)
  await page.goto('/')

  const programme = page.getByRole('region', { name: '活动日程' })
  await expect(programme.getByRole('heading', { level: 3 })).toHaveText([/9月24日/, /9月25日/, /9月26日/])
  await expect(programme.getByRole('listitem').first()).toContainText('09:00–10:30')
  await expect(programme.getByRole('listitem').first()).toContainText('启幕仪式')
  await expect(page.getByRole('region', { name: '如何前来' })).toContainText('签到处设在主入口')
  await expect(page.getByText(/已圆满落幕/)).toBeVisible()
  await expect(page.getByRole('button', { name: '编辑页面内容' })).toHaveCount(0)
  await expectAccessible(page)
})

test('the host’s organizer edits it: errors at their inputs, nobody overwritten, nothing lost', async ({
  page,
  problems,
}) => {
  const told = await toldOf(page)
  await signIn(page, 'qz-organizer', '/agreements')
  await page.getByRole('heading', { name: '协议', level: 1 }).waitFor()
  await page.goto('/')
  await page.getByRole('button', { name: '编辑页面内容' }).click()
  const name = page.getByLabel('活动名称（英文）')
  await expect(name).toHaveValue(told.edition.title.en)
  await expectAccessible(page)

  await name.fill('')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('不能为空')).toHaveCount(1)

  // whoever leaves is asked
  page.once('dialog', (dialog) => dialog.dismiss())
  await page.getByRole('link', { name: '返回活动首页' }).click()
  await expect(page).toHaveURL(/edit$/)

  // somebody else saves meanwhile
  told.edition = { ...told.edition, version: 7, venue: { zh: '新地点', en: 'New venue' } }
  await name.fill('Science Week')
  await page.getByRole('button', { name: '添加日程' }).click()
  const added = page.getByRole('group', { name: '日程 4' })
  await added.getByLabel('结束').fill('2025-09-26T17:30')
  await added.getByLabel('内容（中文）').fill('参观中试基地')
  await added.getByLabel('内容（英文）').fill('Visit to the pilot base')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('别人已保存了新的内容')
  await expect(page.getByRole('alert')).toContainText('改动之处：地点')
  await expectAccessible(page)
  await page.getByRole('button', { name: '以我的内容为准' }).click()
  await expect(name).toHaveValue('Science Week')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存。')).toBeVisible()

  const last = told.puts.at(-1)
  expect(last?.version).toBe('"7"')
  expect(last?.body.programme.at(-1)).toEqual({
    startsAt: '2025-09-26T02:00:00.000Z',
    endsAt: '2025-09-26T09:30:00.000Z',
    title: { zh: '参观中试基地', en: 'Visit to the pilot base' },
  })
  // the browser says of every refusal that it was one
  expect(problems.splice(0)).toHaveLength(2)
})

test('a save of which no answer came is not taken for somebody else’s', async ({ page, problems }) => {
  const told = await toldOf(page)
  await signIn(page, 'qz-organizer', '/agreements')
  await page.goto('/')
  await page.getByRole('button', { name: '编辑页面内容' }).click()
  await page.getByLabel('活动名称（英文）').fill('Science Week')
  const lose = (route: Route) => {
    const body = route.request().postDataJSON() as Told
    told.edition = { ...told.edition, ...body, version: told.edition.version + 1 }
    return route.abort()
  }
  await page.route('**/api/v1/editions/*', lose)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('没有收到答复')
  await page.unroute('**/api/v1/editions/*', lose)

  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存。')).toBeVisible()
  await expect(page.getByText('别人已保存了新的内容')).toHaveCount(0)
  problems.splice(0)
})

test(
  'an edition is opened, told of, given a timetable, and looked at beside today’s',
  { tag: '@desk' },
  async ({ page, problems }) => {
    const code = `2024-${Date.now().toString(36)}`
    await signIn(page, 'qz-organizer', '/editions/new')
    await page.getByLabel('编号').fill('2024 衢州')
    await page.getByLabel('开始日期').fill('2024-09-26')
    await page.getByLabel('结束日期').fill('2024-09-24')
    await page.getByLabel('活动名称（中文）').fill('2024人才科创周')
    await page.getByLabel('衢州 代表 名额').fill('8')
    const send = async () => {
      await page.getByRole('button', { name: '开启', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: '开启', exact: true }).click()
    }
    await send()
    for (const wrong of ['编号', '活动名称（英文）', '地点（中文）']) {
      await expect(page.getByLabel(wrong)).toHaveAttribute('aria-invalid', 'true')
    }
    await expectAccessible(page)
    await page.getByLabel('编号').fill(code)
    await page.getByLabel('活动名称（英文）').fill('Talent and Science Week 2024')
    await page.getByLabel('地点（中文）').fill('会展中心')
    await page.getByLabel('地点（英文）').fill('Exhibition Centre')
    await send()
    await expect(page.getByLabel('结束日期')).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('结束日期').fill('2024-09-28')
    await page.getByLabel('上饶 专家 名额').fill('2')
    await page.getByRole('button', { name: '开启', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText('由衢州承办；共 10 个名额，分给 2 个城市')
    await page.getByRole('dialog').getByRole('button', { name: '开启', exact: true }).click()

    // it is over, and so not what people mean today
    await expect(page).toHaveURL(`/?edition=${code}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2024人才科创周')
    await expect(page.getByRole('status')).toContainText('您正在查看：2024人才科创周')
    await expect(page.getByRole('region', { name: '其他届次' })).toContainText('2025衢州人才科创周')
    await expectAccessible(page)

    await page.getByRole('button', { name: '编辑页面内容' }).click()
    await page.getByRole('button', { name: '添加日程' }).click()
    const item = page.getByRole('group', { name: '日程 1' })
    await expect(item.getByLabel('开始')).toHaveValue('2024-09-26T09:00')
    await item.getByLabel('结束').fill('2024-09-26T10:30')
    await item.getByLabel('内容（中文）').fill('启幕式')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(item.getByLabel('内容（英文）')).toHaveAttribute('aria-invalid', 'true')
    await item.getByLabel('内容（英文）').fill('Opening')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('已保存。')).toBeVisible()
    await page.getByRole('link', { name: '返回活动首页' }).click()
    await expect(page.getByRole('region', { name: '活动日程' })).toContainText('启幕式')

    // every page is about it now
    await page.getByRole('navigation').getByRole('link', { name: '对接洽谈' }).click()
    await expect(page).toHaveURL(`/meetings?edition=${code}`)
    await page.getByRole('main').getByRole('button', { name: /开放/ }).click()
    await page.getByLabel('数量').fill('2')
    await page.getByRole('button', { name: '开放洽谈日程' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '开放洽谈日程' }).click()
    await expect(page).toHaveURL(`/meetings?edition=${code}`)
    await expect(page.getByText('A2', { exact: true })).toBeVisible()
    await expect(page.getByText('A3', { exact: true })).toHaveCount(0)

    await page.getByRole('link', { name: '回到当前一届' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2025衢州人才科创周')
    await page.goBack()
    await expect(page).toHaveURL(`/meetings?edition=${code}`)
    // the browser says of every refusal that it was one; and that there was no timetable yet
    problems.splice(0)
  },
)
