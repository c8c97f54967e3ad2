import { useWords } from '@/language'
import states from '@/meeting/stateWords'

const zh = {
  title: '推荐对接',
  lead: '按领域、阶段、金额、名额与地域评分，每一分都有理由。',
  none: '暂时没有合适的对接对象',
  score: '匹配度 {score} 分，满分 100',
  points: '{points} 分',
  ask: '申请洽谈',
  askAgain: '再次申请',
  askTitle: '申请与“{name}”洽谈',
  askText: '对方接受后，系统自动安排时段与桌号。',
  message: '留言（选填，仅双方可见）',
  send: '发出申请',
  seeMeeting: '查看洽谈',
  toMeeting: '查看已有的洽谈',
  more: '显示其余 {n} 个',
  ...states.zh,
}

const en: typeof zh = {
  title: 'Whom to meet',
  lead: 'Scored by industry, stage, amount, places and city; every point has its reason.',
  none: 'Nobody fits at the moment',
  score: 'Match: {score} of 100',
  points: '{points} points',
  ask: 'Request a meeting',
  askAgain: 'Request again',
  askTitle: 'Request a meeting with “{name}”',
  askText: 'Once they accept, a slot and a table are found by themselves.',
  message: 'Message (optional, seen by both sides only)',
  send: 'Send the request',
  seeMeeting: 'See the meeting',
  toMeeting: 'See the meeting there is',
  more: 'Show {n} more',
  ...states.en,
}

export const useSuggestionWords = () => useWords({ zh, en })
