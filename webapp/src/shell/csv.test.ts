import { expect, test } from 'vitest'
import { csvOf } from './csv'

const columns = [
  { key: 'name', label: '名称', value: (row: { name: string; n: number }) => row.name },
  { key: 'n', label: '数量', value: (row: { name: string; n: number }) => row.n },
]

test('quotes, commas and line breaks stay within their cell', () => {
  expect(csvOf(columns, [{ name: '"甲", 乙\n丙', n: -1 }])).toBe('"名称","数量"\r\n"""甲"", 乙\n丙","-1"')
})

test('a text is no formula', () => {
  expect(csvOf(columns, [{ name: '=HYPERLINK("http://x")', n: 2 }])).toContain('"\'=HYPERLINK')
})

test('buttons are not exported', () => {
  const buttons = { key: 'deeds', label: '操作', value: () => undefined, buttons: true }
  expect(csvOf([...columns, buttons], [{ name: '甲', n: 1 }])).toBe('"名称","数量"\r\n"甲","1"')
})
