import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/delegates',
    component: () => import('./DelegatesPage.vue'),
    meta: { name: 'delegations', roles: ['organizer', 'city-officer', 'reception', 'auditor', 'operator'] },
  },
] satisfies RouteRecordRaw[]
