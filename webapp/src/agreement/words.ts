import { useWords } from '@/language'

const zh = {
  title: '协议',
  lead: '由意向自动生成草案，各方签署后封存。',
  searchIn: '协议名称或单位',
  parties: '当事方',
  signedAt: '签署完成',
  unreadable: '记录已被改动，无法读取',
  state: { draft: '草案', partlySigned: '部分签署', signed: '已签署' },
  kind: { technologyCooperation: '科技合作', investment: '投资', pilotTesting: '中试' },
}

const en: typeof zh = {
  title: 'Agreements',
  lead: 'Drafted from the intents by themselves, sealed once every party has signed.',
  searchIn: 'Title or organisation',
  parties: 'Parties',
  signedAt: 'Signed',
  unreadable: 'The record was edited and cannot be read',
  state: { draft: 'Draft', partlySigned: 'Partly signed', signed: 'Signed' },
  kind: {
    technologyCooperation: 'Technology cooperation',
    investment: 'Investment',
    pilotTesting: 'Pilot testing',
  },
}

export const useAgreementWords = () => useWords({ zh, en })
