import { useWords } from '@/language'

const zh = {
  title: '待您处理',
  what: {
    answer: '洽谈申请待本方答复',
    intent: '洽谈已结束，待记录意向',
    signature: '协议待您签署',
    decision: '报名人员待审批',
  },
}

const en: typeof zh = {
  title: 'Waiting for you',
  what: {
    answer: 'Meeting requests to answer',
    intent: 'Meetings over, their intent to record',
    signature: 'Agreements to sign',
    decision: 'People to approve or decline',
  },
}

export const useWaitingWords = () => useWords({ zh, en })
