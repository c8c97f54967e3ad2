import type { RouteRecordRaw } from 'vue-router'
import { SIGNED_IN } from '@/identity/session'

export default [
  {
    path: '/meetings',
    component: () => import('./MeetingsPage.vue'),
    meta: { name: 'meetings', listed: true, roles: SIGNED_IN },
  },
  {
    path: '/meetings/day',
    component: () => import('./MyDayPage.vue'),
    meta: { name: 'meetings', roles: SIGNED_IN },
  },
  {
    path: '/meetings/:id',
    component: () => import('./MeetingPage.vue'),
    props: true,
    meta: { name: 'meetings', roles: SIGNED_IN },
  },
] satisfies RouteRecordRaw[]
