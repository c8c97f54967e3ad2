import type { RouteRecordRaw } from 'vue-router'
import { SEE_AGREEMENTS } from '@/identity/session'

export default [
  {
    path: '/agreements',
    component: () => import('./AgreementsPage.vue'),
    meta: { name: 'agreements', listed: true, roles: SEE_AGREEMENTS },
  },
  {
    path: '/agreements/:id',
    component: () => import('./AgreementPage.vue'),
    props: true,
    meta: { name: 'agreements', roles: SEE_AGREEMENTS },
  },
] satisfies RouteRecordRaw[]
