import { expect, expectAccessible, signIn, test } from './bridgehead'

test('who looks for a project finds it by name and industry, and goes on to funds and bases', async ({
  page,
}) => {
  await signIn(page, 'qz-delegate', '/projects')
  const rows = page.getByRole('table', { name: '项目' }).getByRole('row')
  await expect(page.getByRole('link', { name: '光刻胶用含氟单体' })).toBeVisible()
  // an account that brings nothing is not offered to
  await expect(page.getByRole('button', { name: '登记项目' })).toBeHidden()
  await expectAccessible(page)

  await page.getByLabel('行业').selectOption({ label: '光学' })
  await expect(page.getByRole('link', { name: '车载激光雷达非球面镜片' })).toBeVisible()
  await expect(page.getByRole('link', { name: '光刻胶用含氟单体' })).toBeHidden()
  await expect(page).toHaveURL(/industry=optics/)
  await page.getByRole('searchbox').fill('没有这样的项目')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await expect(rows.filter({ has: page.getByRole('cell') })).toHaveCount(0)

  await page.getByRole('link', { name: '基金', exact: true }).click()
  await page.getByRole('link', { name: '衢州新材料产业基金' }).click()
  await expect(page.getByText('¥2000万 至 ¥1.5亿')).toBeVisible()
  // whom it should meet is its own side's business
  await expect(page.getByRole('heading', { name: '推荐对接' })).toBeHidden()
  await expectAccessible(page)
  await page.goto('/pilot-bases')
  await expect(page.getByRole('link', { name: '浙大衢州研究院化工中试基地' })).toBeVisible()
  await expectAccessible(page)
})

test('a form names what is wrong at each input, finds the organisation, and loses nothing', async ({
  page,
  problems,
}) => {
  await signIn(page, 'hs-city-officer', '/projects/new')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  for (const field of ['项目名称', '单位', '联系人', '融资阶段', '资金需求']) {
    await expect(page.getByLabel(field, { exact: false }).first()).toHaveAttribute('aria-invalid', 'true')
  }
  await expectAccessible(page)

  await page.getByLabel('单位').first().fill('精细化工')
  await expect(page.getByRole('option', { name: '黄山精细化工有限公司' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('联系人').locator('option')).not.toHaveCount(1)
  await page.getByLabel('资金需求').fill('1500')

  page.once('dialog', (dialog) => void dialog.dismiss())
  await page.getByRole('link', { name: '放弃' }).click()
  await expect(page.getByLabel('资金需求')).toHaveValue('1500')

  // the browser itself notes the refusal
  expect(problems.splice(0)).toHaveLength(1)
})

test('whoever was slower is told what changed, and keeps what was typed', async ({
  page,
  context,
  problems,
}) => {
  await signIn(page, 'np-city-officer', '/projects')
  await page.getByRole('link', { name: '六氟磷酸锂低能耗工艺' }).click()
  await page.getByRole('button', { name: '修订' }).click()
  await expect(page.getByLabel('资金需求')).not.toHaveValue('')
  const before = await page.getByLabel('资金需求').inputValue()

  const faster = await context.newPage()
  await faster.goto(page.url())
  await faster.getByLabel('资金需求').fill('5001')
  await faster.getByRole('button', { name: '保存' }).click()
  await expect(faster.getByText('¥5001万')).toBeVisible()
  await expectAccessible(faster)

  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('有人在您之前修订了这个项目')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('¥5001万')
  await expect(page.getByLabel('资金需求')).toHaveValue(before)
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { name: '六氟磷酸锂低能耗工艺', level: 1 })).toBeVisible()
  await expect(page.getByText('¥5001万')).toBeHidden()

  expect(problems.splice(0)).toHaveLength(1)
})

test(
  'a city officer registers a fund and a pilot base, and finds them in the lists',
  {
    tag: '@desk',
  },
  async ({ page, problems }) => {
    const mark = Date.now().toString(36)
    await signIn(page, 'hs-city-officer', '/funds')
    const bring = async (name: string) => {
      await page.getByLabel(/^(基金|基地)名称/).fill(name)
      await page.getByLabel('单位').first().fill('精细化工')
      await page.getByRole('option', { name: '黄山精细化工有限公司' }).waitFor()
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('联系人').locator('option')).not.toHaveCount(1)
      await page.getByLabel('联系人').selectOption({ index: 1 })
    }

    await page.getByRole('button', { name: '登记基金' }).click()
    await bring(`茶旅基金 ${mark}`)
    await page.getByLabel('单笔下限').fill('300')
    await page.getByLabel('单笔上限').fill('200')
    await page.getByLabel('种子轮').check()
    await page.getByLabel('黄山', { exact: true }).check()
    await page.getByLabel('文旅', { exact: true }).first().check()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByLabel('单笔上限')).toHaveAttribute('aria-invalid', 'true')
    // the browser itself notes the refusal
    expect(problems.splice(0)).toHaveLength(1)
    await page.getByLabel('单笔上限').fill('900')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByRole('heading', { name: `茶旅基金 ${mark}`, level: 1 })).toBeVisible()
    await expect(page.getByText('¥300万 至 ¥900万')).toBeVisible()
    await page.getByRole('link', { name: '返回基金' }).click()
    await page.getByRole('searchbox').fill(mark)
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)

    await page.getByRole('link', { name: '中试基地', exact: true }).click()
    await page.getByRole('button', { name: '登记中试基地' }).click()
    await bring(`茶叶中试线 ${mark}`)
    await page.getByLabel('食品与茶', { exact: false }).first().check()
    await page.getByLabel('中试名额').fill('3')
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByRole('heading', { name: `茶叶中试线 ${mark}`, level: 1 })).toBeVisible()
    await page.getByRole('link', { name: '返回中试基地' }).click()
    await expect(page.getByRole('link', { name: `茶叶中试线 ${mark}` })).toBeVisible()
  },
)
