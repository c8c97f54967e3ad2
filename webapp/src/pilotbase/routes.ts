import type { RouteRecordRaw } from 'vue-router'
import { SIGNED_IN } from '@/identity/session'

export default [
  {
    path: '/pilot-bases',
    component: () => import('./PilotBasesPage.vue'),
    meta: { name: 'offers', roles: SIGNED_IN },
  },
  {
    path: '/pilot-bases/new',
    component: () => import('./PilotBaseFormPage.vue'),
    meta: { name: 'offers', roles: ['city-officer', 'organisation'] },
  },
  {
    path: '/pilot-bases/:id',
    component: () => import('./PilotBasePage.vue'),
    props: true,
    meta: { name: 'offers', roles: SIGNED_IN },
  },
] satisfies RouteRecordRaw[]
