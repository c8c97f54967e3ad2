import type { RouteRecordRaw } from 'vue-router'
import { SIGNED_IN } from '@/identity/session'

export default [
  {
    path: '/places',
    component: () => import('./PlacesPage.vue'),
    meta: { name: 'delegations', roles: SIGNED_IN },
  },
] satisfies RouteRecordRaw[]
