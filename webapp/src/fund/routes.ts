import type { RouteRecordRaw } from 'vue-router'
import { SIGNED_IN } from '@/identity/session'

export default [
  {
    path: '/funds',
    component: () => import('./FundsPage.vue'),
    meta: { name: 'offers', roles: SIGNED_IN },
  },
  {
    path: '/funds/new',
    component: () => import('./FundFormPage.vue'),
    meta: { name: 'offers', roles: ['city-officer', 'organisation'] },
  },
  {
    path: '/funds/:id',
    component: () => import('./FundPage.vue'),
    props: true,
    meta: { name: 'offers', roles: SIGNED_IN },
  },
] satisfies RouteRecordRaw[]
