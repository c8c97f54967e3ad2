import { aDraft, CitySystem, EDITION, expect, expectAccessible, signIn, test } from './bridgehead'
import { editBehind, putBack } from './mongo'

/** By which a draft is known for one that these tests may sign. */
const TITLE = '工艺验证合作（测试）'

async function aSealed(): Promise<{ id: string; title: string }> {
  const system = new CitySystem('qz')
  const [sealed] = await system.all<{ id: string; title: string }>(
    `/agreements?edition=${EDITION}&state=signed`,
  )
  if (!sealed) {
    throw new Error('no agreement is sealed: ./bridgehead demo signs some')
  }
  return sealed
}

test('a signatory reads the document, signs for both parties that he speaks for, and the record verifies', async ({
  page,
}) => {
  const { id, parties } = await aDraft('qz', 'qz', TITLE)
  const [one, other] = parties.map(({ organisationName }) => organisationName) as [string, string]
  await signIn(page, 'qz-signatory', `/agreements/${id}`)
  await expect(page.getByText('本浏览器对收到的文本重新计算了摘要')).toBeVisible()
  await expect(page.getByText('请先把协议文本读到末尾')).toBeVisible()
  const act = page.getByRole('button', { name: '请选择代表的一方' })
  await expect(act).toBeDisabled()
  await expectAccessible(page)

  // chosen, and not yet read: nothing is asked (a click of Playwright's would show the end of the text)
  await page.evaluate(() => document.querySelector<HTMLInputElement>('input[type=radio]')?.click())
  await page
    .getByRole('button', { name: `代表${one}签署` })
    .evaluate((button: HTMLButtonElement) => button.click())
  await expect(page.getByText('还不能签署：协议文本还没有读到末尾。')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByText('此后的任何改动均可查验').scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 600)
  await expect(page.getByText('已读到文本末尾')).toBeVisible()
  await page.getByRole('button', { name: `代表${one}签署` }).click()

  const question = page.getByRole('dialog')
  await expect(question).toContainText(TITLE)
  await expect(question).toContainText(one)
  await expect(question).toContainText(/sha256:[0-9a-f]{64}/)
  await expect(question).toContainText('签署后不能撤回')
  await expectAccessible(page)
  await question.getByRole('button', { name: '确认签署' }).click()
  await expect(question).toBeHidden()

  await expect(page.getByText(`已代表${one}签署。`)).toBeVisible()
  await expect(page.getByText('部分签署', { exact: true })).toBeVisible()

  // by the keyboard alone, and the only one left needs no choice
  const last = page.getByRole('button', { name: `代表${other}签署` })
  await last.focus()
  await page.keyboard.press('Enter')
  await expect(question).toContainText(other)
  await question.getByRole('button', { name: '确认签署' }).focus()
  await page.keyboard.press('Enter')

  await expect(page.getByText('全部当事方均已签署，记录已封存。')).toBeVisible()
  await page.getByRole('button', { name: '验真', exact: true }).click()
  await expect(page.getByRole('heading', { name: '记录与封存时完全一致' })).toBeVisible()
  await expectAccessible(page)
})

test('what the service refuses is said where it was asked for', async ({ page, problems }) => {
  const { id } = await aDraft('qz', 'qz', TITLE)
  await signIn(page, 'qz-signatory', `/agreements/${id}`)
  await page.getByText('此后的任何改动均可查验').scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 600)
  await page.getByRole('radio').first().check()
  await editBehind(id, { title: `${TITLE}，改` })
  await page.getByRole('button', { name: /^代表.*签署$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认签署' }).click()

  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('协议记录已被改动')
  await expectAccessible(page)
  // the browser says of every refusal that it was one
  expect(problems.splice(0)).toHaveLength(1)
})

test('a record edited behind the application says so, each part by name, in both languages', async ({
  page,
}) => {
  const { id } = await aSealed()
  await editBehind(id, { title: '别的名称' })
  await signIn(page, 'qz-auditor', `/agreements/${id}`)
  await page.getByRole('button', { name: '验真', exact: true }).click()

  const verification = page.getByRole('region', { name: '验真' })
  await expect(verification.getByRole('heading', { name: '记录已被改动' })).toBeVisible()
  await expect(verification.getByRole('term')).toHaveText(['协议名称'])
  await expect(verification).toContainText('与封存时不一致，已被改动。')
  await expect(verification).toContainText(
    '其余部分（当事方、合作内容与金额、协议文本、签署、来源（洽谈与意向））',
  )
  await expectAccessible(page)

  await page.evaluate(() => localStorage.setItem('bridgehead.language', 'en'))
  await page.reload()
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The record was edited' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Verification' }).getByRole('term')).toHaveText(['Title'])

  await putBack()
  await page.getByRole('button', { name: 'Verify again' }).click()
  await expect(page.getByRole('heading', { name: 'The record is exactly as it was sealed' })).toBeVisible()
})

test('verifying all finds the one that cannot be read, whose row leads to its verification', async ({
  page,
  problems,
}) => {
  const { id } = await aSealed()
  await editBehind(id, { signatures: 'none' })
  await signIn(page, 'qz-organizer', '/agreements')
  const row = page.getByRole('row', { name: '记录已被改动，无法读取' })
  await expect(row).toContainText('无法读取')

  await page.getByRole('button', { name: /^全部验真/ }).click()
  await expect(row).toContainText('已改动')
  await expect(page.getByText(/核对了 \d+ 份：1 份已改动，0 份未能核对/)).toBeVisible()
  await expectAccessible(page)

  await row.getByRole('link').click()
  await expect(page.getByRole('heading', { name: '记录已被改动', exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: '验真' }).getByRole('term').first()).toBeVisible()
  await expectAccessible(page)
  expect(problems.splice(0)).toHaveLength(1)
})

test('what is printed is the document, its digest and the signatures', async ({ page }) => {
  const { id, title } = await aSealed()
  await signIn(page, 'qz-signatory', `/agreements/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '完整记录' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('agreement.json')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('此后的任何改动均可查验')).toBeVisible()
  await expect(page.getByText(/^sha256:/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '签署情况' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '验真' })).toBeHidden()
  await expect(page.getByRole('button')).toHaveCount(0)
})

test.afterEach(putBack)
