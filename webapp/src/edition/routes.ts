import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/', component: () => import('./FrontPage.vue'), meta: { name: 'front', listed: true } },
  {
    path: '/editions/new',
    component: () => import('./OpenEditionPage.vue'),
    meta: { name: 'front', roles: ['organizer'] },
  },
  {
    path: '/editions/:id/edit',
    component: () => import('./EditEditionPage.vue'),
    props: true,
    meta: { name: 'front', roles: ['organizer'] },
  },
] satisfies RouteRecordRaw[]
