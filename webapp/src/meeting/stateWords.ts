/** What a meeting's states are called, wherever they are shown: here, on the chain, at a suggestion. */
const zh = {
  state: {
    requested: '已申请',
    accepted: '已接受',
    unplaced: '待排期',
    scheduled: '已排期',
    intentRecorded: '已形成意向',
    declined: '已婉拒',
    cancelled: '已取消',
  },
  unplacedReason: {
    timetableNotOpen: '洽谈日程尚未开放',
    tablesTaken: '各时段的桌子都已排满',
    noCommonSlot: '双方没有共同的空闲时段',
  },
}

const en: typeof zh = {
  state: {
    requested: 'Requested',
    accepted: 'Accepted',
    unplaced: 'Waiting for a slot',
    scheduled: 'Scheduled',
    intentRecorded: 'Intent recorded',
    declined: 'Declined',
    cancelled: 'Cancelled',
  },
  unplacedReason: {
    timetableNotOpen: 'The timetable is not open yet',
    tablesTaken: 'Every table is taken in every slot',
    noCommonSlot: 'The two have no free slot in common',
  },
}

export default { zh, en }
