import type { RouteRecordRaw } from 'vue-router'
import { SEE_AGREEMENTS } from '@/identity/session'

const meta = { name: 'chain', roles: SEE_AGREEMENTS } as const

export default [
  { path: '/chain', component: () => import('./ChainPage.vue'), meta: { ...meta, listed: true } },
  { path: '/chain/:id', component: () => import('./ChainStoryPage.vue'), props: true, meta },
] satisfies RouteRecordRaw[]
