import { useWords } from '@/language'
import * as offer from '@/offer/words'

const zh = {
  ...offer.zh,
  title: '基金',
  lead: '带着资金来的基金及其投资方向。',
  none: '还没有登记基金',
  searchIn: '基金或单位名称',
  name: '基金名称',
  mandate: '投资方向',
  industries: '投资领域',
  stages: '投资阶段',
  tickets: '单笔投资',
  ticketFrom: '单笔下限',
  ticketTo: '单笔上限',
  ticketFromInYuan: '单笔下限（元）',
  ticketToInYuan: '单笔上限（元）',
  range: '{from} 至 {to}',
  cities: '投资地域',
  citiesHint: '不选即不限',
  anyCity: '不限',
  back: '返回基金',
  registerOne: '登记基金',
}

const en: typeof zh = {
  ...offer.en,
  title: 'Funds',
  lead: 'The funds that come with money, and what they invest in.',
  none: 'No fund has been registered yet',
  searchIn: 'Fund or organisation',
  name: 'Fund name',
  mandate: 'Mandate',
  industries: 'Invests in',
  stages: 'Stages',
  tickets: 'Ticket',
  ticketFrom: 'Smallest ticket',
  ticketTo: 'Largest ticket',
  ticketFromInYuan: 'Smallest ticket (yuan)',
  ticketToInYuan: 'Largest ticket (yuan)',
  range: '{from} to {to}',
  cities: 'Cities',
  citiesHint: 'None ticked: any',
  anyCity: 'Any',
  back: 'Back to funds',
  registerOne: 'Register a fund',
}

export const useFundWords = () => useWords({ zh, en })
