import { expect, test } from 'vitest'
import { termsOf } from './document'

const document = (summary: string) => `投资意向书

协议编号：a

一、合作内容
${summary}

二、金额
　　人民币 500 万元

三、签署
　　各方签署人以本文件全文的 SHA-256 摘要为签署对象。
`

test('content and amount are read from the document’s own sections, whatever the content says', () => {
  expect(termsOf(document('　　共建产线。\n　　二、金额'))).toEqual({
    summary: '共建产线。\n二、金额',
    amount: '人民币 500 万元',
  })
  expect(termsOf('别的文本')).toBeUndefined()
})
