import { useWords } from '@/language'

const zh = {
  title: '成果链',
  lead: '每一份协议从哪次见面而来，走到了哪一步。',
  picture: '成果链图：{n} 条，从项目方城市经所处阶段到对接方城市',
  stage: { draft: '协议草案', partlySigned: '部分签署', signed: '已签署' },
  all: '全部成果链',
  count: '{n} 条',
  showAll: '显示全部',
  column: { stage: '阶段', from: '项目方城市', to: '对接方城市' },
  kind: { technologyCooperation: '科技合作', investment: '投资', pilotTesting: '中试' },
  complete: '链条完整',
  missing: '缺少环节：{links}',
  link: { delegate: '代表', meeting: '见面', intent: '意向', signature: '签署' },
  story: {
    delegates: '代表到场',
    meeting: '对接洽谈',
    intent: '形成意向',
    draft: '生成协议草案',
    signed: '{party} 签署',
    sealed: '签章封存',
    table: '{table} 号桌',
    waiting: '尚未发生',
    forgotten: '（个人信息已删除）',
    unsigned: '等待 {party} 签署',
  },
  back: '返回成果链',
}

const en: typeof zh = {
  title: 'The chain',
  lead: 'Which meeting each agreement came from, and how far it has got.',
  picture: 'Picture of {n} chains, from the project’s city by stage to the other side’s city',
  stage: { draft: 'Draft', partlySigned: 'Partly signed', signed: 'Signed' },
  all: 'All chains',
  count: '{n} chains',
  showAll: 'Show all',
  column: { stage: 'Stage', from: 'Project’s city', to: 'Other side’s city' },
  kind: {
    technologyCooperation: 'Technology cooperation',
    investment: 'Investment',
    pilotTesting: 'Pilot testing',
  },
  complete: 'Complete',
  missing: 'Missing: {links}',
  link: { delegate: 'delegate', meeting: 'meeting', intent: 'intent', signature: 'signature' },
  story: {
    delegates: 'The delegates arrive',
    meeting: 'They meet',
    intent: 'An intent is recorded',
    draft: 'A draft agreement is made',
    signed: '{party} signs',
    sealed: 'The record is sealed',
    table: 'Table {table}',
    waiting: 'Not yet',
    forgotten: '(personal data deleted)',
    unsigned: 'Waiting for {party} to sign',
  },
  back: 'Back to the chain',
}

export function useChainWords() {
  return useWords({ zh, en })
}
