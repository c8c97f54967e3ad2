import { useWords } from '@/language'
import * as offer from '@/offer/words'

const zh = {
  ...offer.zh,
  title: '项目',
  lead: '各市单位带来的项目：所属行业、融资阶段与资金需求。',
  none: '还没有登记项目',
  searchIn: '项目或单位名称',
  ask: '资金需求',
  askInYuan: '资金需求（元）',
  back: '返回项目',
  registerOne: '登记项目',
  revise: '修订',
  formNew: '登记项目',
  formRevise: '修订项目',
  projectTitle: '项目名称',
  chooseStage: '选择阶段',
  stale: '有人在您之前修订了这个项目。您填写的内容都还在；请核对以下改动，再次保存即以您的为准。',
  staleSame: '其间有人修订过，但内容没有变化，可直接再次保存。',
  theirs: '对方改为',
}

const en: typeof zh = {
  ...offer.en,
  title: 'Projects',
  lead: 'What the cities’ organisations bring: industry, stage, and what they ask for.',
  none: 'No project has been registered yet',
  searchIn: 'Project or organisation',
  ask: 'Asks for',
  askInYuan: 'Asks for (yuan)',
  back: 'Back to projects',
  registerOne: 'Register a project',
  revise: 'Revise',
  formNew: 'Register a project',
  formRevise: 'Revise the project',
  projectTitle: 'Project title',
  chooseStage: 'Choose a stage',
  stale:
    'Someone revised this project before you. What you typed is all still here: look at their changes below; saving again puts yours in place.',
  staleSame: 'Someone revised it meanwhile without a change to what is here. You can simply save again.',
  theirs: 'They changed it to',
}

export const useProjectWords = () => useWords({ zh, en })
