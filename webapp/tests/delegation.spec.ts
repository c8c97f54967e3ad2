import type { Page } from '@playwright/test'
import { CitySystem, EDITION, expect, expectAccessible, signIn, test } from './bridgehead'
import { sheetOf } from './xlsx'

// people of their own, whom the last test forgets: the places go back
test.describe.serial('a delegation', () => {
  const mark = Date.now().toString(36)
  const name = `浏览器测试代表团 ${mark}`
  const phone = () => `199${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
  const whole = phone()
  const row = (person: string, kind: string, number = phone()) => [
    person,
    number,
    '',
    '禾川科技',
    '91330800MAEX00053G',
    '企业',
    '测试工程师',
    kind,
    '',
  ]

  async function openDelegation(page: Page, account: string) {
    await signIn(page, account, '/delegations')
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }

  test('is registered, and its list imported and put right', async ({ page, problems }) => {
    await signIn(page, 'hs-city-officer', '/delegations')
    await page.getByRole('button', { name: '登记代表团' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('名称').fill(name)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: '登记代表团' }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expect(page.getByText('还没有人员，请导入名单。')).toBeVisible()
    const template = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载空白模板' }).click()
    expect((await template).suggestedFilename()).toMatch(/\.xlsx$/)

    const rows = [
      row('甲一一', '代表', whole),
      row('乙二二', '专家'),
      row('丙三三', '专家'),
      row('丁四四', '专家', '12'),
    ]
    await page.getByLabel('选择 xlsx 文件').setInputFiles({
      name: '名单.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: sheetOf(rows),
    })
    await expect(page.getByText('3 行已收入，1 行有误、未收入。')).toBeVisible()
    await expect(page.getByRole('table', { name: '有误之处' }).getByRole('row').nth(1)).toContainText(
      '手机号',
    )
    await expect(page.getByRole('table', { name }).getByRole('row')).toHaveCount(4)
    await expectAccessible(page)

    await page.reload()
    await page.getByRole('button', { name: '在此改正' }).click()
    const bad = page.getByRole('group', { name: '第 5 行' })
    await expect(bad.getByLabel('姓名')).toHaveValue('丁四四')
    await expect(bad.getByLabel('手机号')).toHaveAttribute('aria-invalid', 'true')
    await expectAccessible(page)

    await bad.getByLabel('手机号').fill(phone())
    await bad.getByLabel('类别').fill('嘉宾')
    await bad.getByRole('button', { name: '保存并收入' }).click()
    await expect(bad.getByLabel('类别')).toHaveAttribute('aria-invalid', 'true')
    await expect(bad.getByLabel('手机号')).not.toHaveAttribute('aria-invalid', 'true')
    // the browser complains of the refusal
    problems.splice(0)
    await bad.getByLabel('类别').fill('专家')
    await bad.getByRole('button', { name: '保存并收入' }).click()
    await expect(page.getByText('没有待改正的行。')).toBeVisible()
    await expect(page.getByRole('table', { name }).getByRole('row')).toHaveCount(5)
  })

  test('is approved by the host, many at once, and waits in line', async ({ page }) => {
    await signIn(page, 'qz-organizer', '/delegates')
    await page.getByRole('combobox', { name: '代表团' }).selectOption({ label: name })
    const people = page.getByRole('table', { name: '审批' })
    await expect(people.getByRole('row')).toHaveCount(5)
    await expectAccessible(page)

    await people.getByRole('row').filter({ hasText: '乙*二' }).getByRole('button', { name: '婉拒' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: '婉拒' })).toBeDisabled()
    await dialog.getByLabel('理由').fill('名额有限')
    await dialog.getByRole('button', { name: '婉拒' }).click()
    await expect(people.getByRole('row').filter({ hasText: '乙*二' })).toContainText('已婉拒')

    // a click too many does nothing to the next in line
    await page.getByRole('button', { name: /^\d+ 待定/ }).click()
    await expect(people.getByRole('row')).toHaveCount(4)
    const first = people.getByRole('row').nth(1)
    const { x = 0, y = 0 } = (await first.getByRole('button', { name: '批准' }).boundingBox()) ?? {}
    await page.mouse.click(x + 5, y + 5)
    await expect(first).toContainText(/已批准|已确认|候补/)
    await page.mouse.click(x + 5, y + 5)
    await expect(dialog).toHaveCount(0)
    await expect(page.getByRole('button', { name: '2 待定' })).toBeVisible()
    await page.getByRole('button', { name: /^4 全部/ }).click()

    await page.getByLabel('全选（2）').check()
    await page.getByRole('button', { name: '批准所选' }).click()
    await expect(page.getByText('2 人已批准')).toBeVisible()
    await expect(page.getByText(/人已获名额，\d 人候补/)).toBeVisible()
    await expect(people.getByRole('button', { name: '批准' })).toHaveCount(0)
    await expect(people.getByRole('row').filter({ hasText: '甲*一' })).toContainText('已确认')

    await page.getByRole('button', { name: '2 候补' }).click()
    await expect(people.getByRole('row')).toHaveCount(3)
    await expectAccessible(page)

    // a whole number finds who has it, and stands in no address
    await page.getByRole('button', { name: /^4 全部/ }).click()
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await page.getByRole('searchbox').fill(`${whole.slice(0, 3)} ${whole.slice(3)}`)
    await expect(people.getByRole('row')).toHaveCount(2)
    await expect(people.getByRole('row').nth(1)).toContainText('甲*一')
    expect([page.url(), ...addresses].filter((address) => address.includes(whole.slice(3)))).toEqual([])

    await page.getByRole('link', { name: '名额' }).click()
    await expect(page.getByRole('heading', { name: '黄山' })).toBeVisible()
    await expect(page.getByText(/没有名额，候补/)).toBeVisible()
    await expectAccessible(page)
  })

  test('looks after its people, and forgets them', async ({ page }) => {
    await openDelegation(page, 'hs-city-officer')
    const people = page.getByRole('table', { name })
    const dialog = page.getByRole('dialog')
    await expect(people.getByRole('button', { name: '批准' })).toHaveCount(0)

    await people.getByRole('button', { name: '甲*一 的更多操作' }).click()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: /^查看联系方式/ }).click()
    await dialog.getByLabel('用途').fill('浏览器测试')
    await dialog.getByRole('button', { name: '查看并记录' }).click()
    await expect(dialog.getByText('甲一一')).toBeVisible()
    await dialog.getByRole('button', { name: '关闭' }).click()
    await expect(page.getByText('甲一一')).toHaveCount(0)

    await people.getByRole('button', { name: '丙*三 的更多操作' }).click()
    await dialog.getByRole('button', { name: /^退出活动/ }).click()
    await dialog.getByRole('button', { name: '退出活动' }).click()
    await expect(people.getByRole('row').filter({ hasText: '丙*三' })).toContainText('已退出')

    for (const one of ['甲*一', '乙*二', '丙*三', '丁*四']) {
      await people.getByRole('button', { name: `${one} 的更多操作` }).click()
      await dialog.getByRole('button', { name: /^销毁个人信息/ }).click()
      await dialog.getByLabel('我明白这不能恢复').check()
      await dialog.getByRole('button', { name: '销毁个人信息' }).click()
      await expect(dialog).toBeHidden()
      await expect(people.getByRole('row').filter({ hasText: one })).toHaveCount(0)
    }
    await expect(page.getByRole('button', { name: '4 已销毁' })).toBeVisible()
  })
})

test(
  'a sheet dropped on the page comes in row by row, until somebody stops it',
  { tag: '@desk' },
  async ({ page }) => {
    const { id } = await new CitySystem('hs').post<{ id: string }>('/delegations', {
      edition: EDITION,
      name: `中途停止 ${Date.now().toString(36)}`,
    })
    await signIn(page, 'hs-city-officer', `/delegations/${id}`)
    // of rows that bring nobody in, so that nobody has to be forgotten
    const total = 2000
    const sheet = sheetOf(
      Array.from({ length: total }, (_, at) => [`第${at}人`, '12', '', '', '', '', '', '', '']),
    )
    const dropped = await page.evaluateHandle(
      (bytes) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(bytes)], '名单.xlsx'))
        return data
      },
      [...sheet],
    )
    await page.getByText('或把文件拖到这里').dispatchEvent('drop', { dataTransfer: dropped })

    const progress = page.getByRole('progressbar', { name: '导入进度' })
    await expect(progress).toBeVisible()
    await expect(progress).not.toHaveAttribute('aria-valuenow', '0')
    await page.getByRole('button', { name: '取消导入' }).click()

    await expect(page.getByText('已取消', { exact: true })).toBeVisible()
    await expect(progress).toBeHidden()
    const [, done] = /已处理 (\d+) \/ 2000 行/.exec(await page.getByRole('main').innerText()) ?? []
    expect(Number(done)).toBeGreaterThan(0)
    expect(Number(done)).toBeLessThan(total)
  },
)

test('a delegate sees the delegations of their city, and has nothing to decide', async ({ page }) => {
  await signIn(page, 'sr-delegate', '/delegations')
  await page.getByRole('link', { name: '上饶代表团', exact: true }).click()

  await expect(page.getByRole('table', { name: '上饶代表团' }).getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByText('名单由上饶的城市联络官或领队导入。')).toBeVisible()
  await expect(page.getByRole('button', { name: /更多|批准|选择 xlsx/ })).toHaveCount(0)
})

test('the host’s reception sees everybody who comes', { tag: '@desk' }, async ({ page }) => {
  await signIn(page, 'qz-reception', '/delegations')
  await page.getByRole('link', { name: '全部人员' }).click()

  const people = page.getByRole('table', { name: '全部人员' })
  await expect(people.getByRole('row').nth(20)).toBeVisible()
  for (const city of ['上饶', '黄山', '南平']) {
    await page.getByRole('combobox', { name: '城市' }).selectOption({ label: city })
    await expect(people.getByRole('row').nth(1)).toContainText(city)
  }
  await expect(people.getByRole('button', { name: '批准' })).toHaveCount(0)
})
