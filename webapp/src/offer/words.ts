import { useWords } from '@/language'

export const zh = {
  kinds: { project: '项目', fund: '基金', pilotBase: '中试基地' },
  kindsLabel: '项目、基金与中试基地',
  stage: { seed: '种子轮', angel: '天使轮', preA: 'Pre-A轮', a: 'A轮', b: 'B轮', growth: '成长期' },
  stageLabel: '融资阶段',
  contact: '联系人',
  contactGone: '个人信息已删除',
  conflicts: '回避单位',
  conflictsHint: '与这些单位不安排对接，也互不推荐。仅本方与组委会可见。',
  noConflicts: '未声明',
  addConflict: '添加回避单位',
  remove: '移除 {name}',
  findOrganisation: '输入单位名称',
  chooseOrganisation: '选择单位',
  chooseContact: '选择联系人',
  contactHint: '已确认参会的本单位代表',
  noContact: '该单位还没有已确认参会的代表，请先在代表团中报名并确认。',
  organisationFirst: '请先选择单位',
  register: '登记',
  discard: '放弃',
  mine: '由您所在单位或城市提出',
}

export const en: typeof zh = {
  kinds: { project: 'Projects', fund: 'Funds', pilotBase: 'Pilot bases' },
  kindsLabel: 'Projects, funds and pilot bases',
  stage: { seed: 'Seed', angel: 'Angel', preA: 'Pre-A', a: 'Series A', b: 'Series B', growth: 'Growth' },
  stageLabel: 'Stage',
  contact: 'Contact',
  contactGone: 'Personal data deleted',
  conflicts: 'Conflicts',
  conflictsHint:
    'No meetings with these, and no suggestions either way. Only your side and the organizers see this.',
  noConflicts: 'None declared',
  addConflict: 'Add a conflict',
  remove: 'Remove {name}',
  findOrganisation: 'Type an organisation’s name',
  chooseOrganisation: 'Choose an organisation',
  chooseContact: 'Choose the contact',
  contactHint: 'A confirmed delegate of the organisation',
  noContact: 'The organisation has no confirmed delegate yet. Register one in a delegation first.',
  organisationFirst: 'Choose the organisation first',
  register: 'Register',
  discard: 'Discard',
  mine: 'Brought by your organisation or city',
}

export const useOfferWords = () => useWords({ zh, en })
