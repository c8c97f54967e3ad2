import { useWords } from '@/language'
import * as offer from '@/offer/words'

const zh = {
  ...offer.zh,
  title: '中试基地',
  lead: '可供项目开展中试的基地：学科方向与名额。',
  none: '还没有登记中试基地',
  searchIn: '基地或单位名称',
  name: '基地名称',
  disciplines: '学科方向',
  capacity: '中试名额',
  back: '返回中试基地',
  registerOne: '登记中试基地',
}

const en: typeof zh = {
  ...offer.en,
  title: 'Pilot bases',
  lead: 'Where projects can be tried at pilot scale: disciplines and places.',
  none: 'No pilot base has been registered yet',
  searchIn: 'Base or organisation',
  name: 'Base name',
  disciplines: 'Disciplines',
  capacity: 'Places',
  back: 'Back to pilot bases',
  registerOne: 'Register a pilot base',
}

export const usePilotBaseWords = () => useWords({ zh, en })
