import type { RouteRecordRaw } from 'vue-router'
import { SEE_AGREEMENTS } from '@/identity/session'

export default [
  {
    path: '/chain/:agreement?',
    component: () => import('./ChainPage.vue'),
    props: true,
    meta: { name: 'chain', listed: true, roles: SEE_AGREEMENTS },
  },
] satisfies RouteRecordRaw[]
