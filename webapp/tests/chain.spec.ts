import { expect, expectAccessible, openNavigation, signIn, test } from './bridgehead'

test.describe('the chain page', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, 'qz-organizer', '/chain')
    await expect(page.getByRole('heading', { name: '成果链', level: 1 })).toBeVisible()
  })

  test('draws the chains and lists them', async ({ page }) => {
    const chains = page.getByRole('main').getByRole('listitem')
    await expect(chains.first()).toBeVisible()
    const count = await chains.count()
    expect(count).toBeGreaterThanOrEqual(5)

    await expect(page.getByRole('img', { name: `${count} 条` })).toBeVisible()
    await expectAccessible(page)
  })

  test('a click on the picture lists what goes through there', async ({ page }) => {
    const picture = page.getByRole('img', { name: '成果链图' })
    const heading = page.getByRole('heading', { level: 2 })
    await expect(heading).toHaveText('全部成果链')
    const { height } = (await picture.boundingBox()) ?? { height: 0 }

    // the bars of the cities on the left, which are as high as their chains
    await expect(async () => {
      for (let y = 40; y < height && (await heading.textContent()) === '全部成果链'; y += 20) {
        await picture.click({ position: { x: 10, y } })
      }
      await expect(heading).not.toHaveText('全部成果链', { timeout: 100 })
    }).toPass()

    const city = (await heading.textContent()) ?? ''
    for (const chain of await page.getByRole('main').getByRole('listitem').all()) {
      await expect(chain).toContainText(`${city} →`)
    }
    await page.getByRole('button', { name: '显示全部' }).click()
    await expect(heading).toHaveText('全部成果链')
  })

  test('the keyboard chooses, too', async ({ page }) => {
    await page.getByRole('combobox', { name: '阶段' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')

    await expect(page.getByRole('heading', { level: 2 })).toHaveText('已提出洽谈')
    await expectAccessible(page)
  })

  test('tells a chain step by step, and leads back', async ({ page }) => {
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()

    for (const step of ['代表到场', '对接洽谈', '形成意向', '生成协议草案', '签章封存']) {
      await expect(page.getByRole('heading', { name: step })).toBeVisible()
    }
    await expectAccessible(page)
    await page.getByRole('link', { name: '返回成果链' }).click()
    await expect(page).toHaveURL('/chain')
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

  const chains = page.getByRole('main').getByRole('listitem')
  await expect(chains.first()).toBeVisible()
  for (const chain of await chains.all()) {
    await expect(chain).toContainText('黄山')
  }
})

test('an account without the role is told so', async ({ page }) => {
  await signIn(page, 'qz-delegate', '/chain')

  await expect(page.getByRole('heading', { name: '请登录后查看' })).toBeVisible()
})
