import {
  type City,
  CitySystem,
  EDITION,
  expect,
  expectAccessible,
  openNavigation,
  signIn,
  test,
} from './bridgehead'

interface Meeting {
  id: string
  project: string
  counterpart: { kind: string; id: string }
  sides: { city: City }[]
}

function fail(): never {
  throw new Error('the demo did not run here')
}

test.describe('the chain page', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'qz-organizer', '/chain')
    await expect(page.getByRole('heading', { name: '成果链', level: 1 })).toBeVisible()
  })

  test('draws the chains, counts them and lists them', async ({ page }) => {
    const rows = page.getByRole('table').getByRole('row')
    await expect(rows.nth(5)).toBeVisible()
    const count = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1

    await expect(page.getByRole('group', { name: `${count} 条` })).toBeVisible()
    await expect(page.getByRole('term').filter({ hasText: '申请洽谈' }).locator('+ dd')).toHaveText(
      `${count}`,
    )
    await expect(page.getByText('实时更新中')).toBeVisible()
    await expectAccessible(page)
  })

  test('a click on a band or a city lists what goes through there', async ({ page }) => {
    const picture = page.getByRole('group', { name: '成果链图' })
    const heading = page.getByTestId('listed')
    await expect(heading).toHaveText('全部成果链')

    await picture.locator('path', { hasText: /^衢州 → 已排期/ }).dispatchEvent('click')
    await expect(heading).toHaveText('衢州 → 已排期')
    const rows = page.getByRole('table').locator('[role=cell][data-label=双方]')
    await expect(rows).not.toHaveCount(0)
    for (const sides of await rows.all()) {
      await expect(sides.locator('> span').first()).toContainText('衢州')
    }

    await picture.getByRole('button', { name: /^已签署/ }).focus()
    await page.keyboard.press('Enter')
    await expect(heading).toHaveText('已签署')
    await page.getByRole('button', { name: '显示全部' }).click()
    await expect(heading).toHaveText('全部成果链')
  })

  test('of the bands, no more is lit than what is chosen, and the columns say what they are', async ({
    page,
  }) => {
    const picture = page.getByRole('group', { name: '成果链图' })
    for (const head of ['项目方城市', '进展', '对方城市']) {
      await expect(picture.getByText(head, { exact: true })).toBeVisible()
    }
    await expect(picture.locator('.share')).toHaveCount(0)
    await page.goto('/chain?from=qz&stage=signed')
    await expect(page.getByTestId('listed')).toHaveText('衢州 → 已签署')
    const chosen = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1
    await expect(picture.getByRole('button', { name: /^已签署/ })).toContainText(`${chosen}/`)

    const lit = picture.locator('.band:not(.dim)')
    const from = await lit.evaluateAll((bands) =>
      bands.map((one) => Number(one.getAttribute('stroke-width'))),
    )
    const whole = await picture
      .locator('path', { hasText: /^衢州 → 已签署/ })
      .evaluate((one) => Number(one.getAttribute('stroke-width')))
    // what comes out of the stage is as wide as what went in from the chosen city
    expect(from.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2 * whole)
    await expectAccessible(page)
  })

  test('no name lies on another, in both languages', async ({ page }) => {
    const names = page.getByRole('group', { name: /^成果链图|^Picture/ }).locator('text')
    for (const language of ['zh', 'en']) {
      await page.evaluate((chosen) => localStorage.setItem('bridgehead.language', chosen), language)
      for (const path of ['/chain', '/chain?from=qz&stage=signed']) {
        await page.goto(path)
        await expect(names.nth(5)).toBeVisible()
        const overlaps = await names.evaluateAll((all) => {
          const boxes = all.map((one) => ({ name: one.textContent, box: one.getBoundingClientRect() }))
          return boxes.flatMap(({ name, box }, at) =>
            boxes
              .slice(at + 1)
              .filter(
                ({ box: other }) =>
                  box.left < other.right &&
                  other.left < box.right &&
                  box.top < other.bottom &&
                  other.top < box.bottom,
              )
              .map((other) => `${name} | ${other.name}`),
          )
        })
        expect(overlaps).toEqual([])
      }
    }
  })

  test('the keyboard chooses, and the address keeps what was chosen', async ({ page }) => {
    await page.getByRole('combobox', { name: '进展' }).focus()
    // the last of them
    await page.keyboard.press('End')

    await expect(page.getByRole('heading', { level: 2, name: '已签署' })).toBeVisible()
    await expect(page).toHaveURL(/stage=signed/)
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: '签章封存' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { level: 2, name: '已签署' })).toBeVisible()
  })

  test('tells a chain step by step, and leads back', async ({ page }) => {
    await page.getByRole('combobox', { name: '进展' }).selectOption('signed')
    await page.getByRole('table').getByRole('link').first().click()

    const steps = page.getByRole('main').getByRole('listitem')
    for (const step of [
      '代表报名',
      '申请洽谈',
      '接受洽谈',
      '排定时段与桌号',
      '形成意向',
      '生成协议草案',
      '签章封存',
    ]) {
      await expect(steps.filter({ has: page.getByRole('heading', { name: step }) }).first()).toContainText(
        '年',
      )
    }
    await expect(page.getByText(/sha256:[0-9a-f]{64}/).first()).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: '返回成果链' }).click()
    await expect(page).toHaveURL('/chain')
  })

  test('grows while another browser acts, without being loaded again', async ({ page, browser }) => {
    const sr = new CitySystem('sr')
    const met = await sr.all<Meeting>(`/meetings?edition=${EDITION}&state=intentRecorded`)
    const { project, counterpart, sides } = met.find(({ sides: [one] }) => one?.city === 'sr') ?? fail()
    await expect(page.getByText('实时更新中')).toBeVisible()
    const requested = page.getByRole('term').filter({ hasText: '申请洽谈' }).locator('+ dd')
    const before = Number(await requested.textContent())
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'))

    const { id } = await sr.post<Meeting>('/meetings', {
      project,
      counterpart: { kind: counterpart.kind, id: counterpart.id },
    })
    const news = page.locator('section').filter({ hasText: '刚刚发生' }).getByRole('listitem').first()
    try {
      await expect(news).toContainText('已申请')
      await expect(requested).toHaveText(`${before + 1}`)
      const other = await (await browser.newContext()).newPage()
      await signIn(other, `${sides[1]?.city ?? fail()}-city-officer`, `/meetings/${id}`)
      await other.getByRole('button', { name: '接受', exact: true }).click()
      await expect(news).toContainText(/已排期|待排期/)
      await other.context().close()
      await expectAccessible(page)
    } finally {
      await sr.post(`/meetings/${id}/cancel`)
    }
    await expect(news).toContainText('已取消')
    await expect(page.locator('body')).toHaveAttribute('data-same', 'yes')
  })

  test('a reload keeps the session, which is in no storage', async ({ page }) => {
    await page.reload()
    await expect(page.getByRole('heading', { name: '成果链', level: 1 })).toBeVisible()

    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(stored).not.toContain('eyJ')
  })

  test('signing out shows nothing any more, here and in another window', async ({ page, context }) => {
    const other = await context.newPage()
    await other.goto('/chain')
    await expect(other.getByRole('heading', { name: '成果链', level: 1 })).toBeVisible()

    await openNavigation(page)
    await page.getByRole('button', { name: '退出登录' }).click()

    await expect(page).toHaveURL('/')
    await expect(other.getByRole('heading', { name: '请登录后查看' })).toBeVisible()
  })
})

test('a city sees the chains it is a party to', async ({ page }) => {
  await signIn(page, 'hs-city-officer', '/chain')

  const sides = page.getByRole('table').locator('[role=cell][data-label=双方]')
  await expect(sides.first()).toBeVisible()
  for (const both of await sides.all()) {
    await expect(both).toContainText('黄山')
  }
})

test('an account without the role is told so', async ({ page }) => {
  await signIn(page, 'qz-delegate', '/chain')

  await expect(page.getByRole('heading', { name: '您的账号无权查看这一页' })).toBeVisible()
})
