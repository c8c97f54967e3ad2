import type { RouteRecordRaw } from 'vue-router'
import { SIGNED_IN } from '@/identity/session'

export default [
  {
    path: '/delegations',
    component: () => import('./DelegationsPage.vue'),
    meta: { name: 'delegations', listed: true, roles: SIGNED_IN },
  },
  {
    path: '/delegations/:id',
    component: () => import('./DelegationPage.vue'),
    meta: { name: 'delegations', roles: SIGNED_IN },
  },
] satisfies RouteRecordRaw[]
