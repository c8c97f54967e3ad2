import type { RouteRecordRaw } from 'vue-router'
import { SIGNED_IN } from '@/identity/session'

export default [
  {
    path: '/projects',
    component: () => import('./ProjectsPage.vue'),
    meta: { name: 'offers', listed: true, roles: SIGNED_IN },
  },
  {
    path: '/projects/new',
    component: () => import('./ProjectFormPage.vue'),
    meta: { name: 'offers', roles: ['city-officer', 'organisation'] },
  },
  {
    path: '/projects/:id',
    component: () => import('./ProjectPage.vue'),
    props: true,
    meta: { name: 'offers', roles: SIGNED_IN },
  },
  {
    path: '/projects/:id/edit',
    component: () => import('./ProjectFormPage.vue'),
    props: true,
    meta: { name: 'offers', roles: ['city-officer', 'organisation'] },
  },
] satisfies RouteRecordRaw[]
