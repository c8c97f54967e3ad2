import type { RouteRecordRaw } from 'vue-router'

export default [
  {
    path: '/timetables/new',
    component: () => import('./OpenTimetablePage.vue'),
    meta: { name: 'meetings', roles: ['organizer'] },
  },
] satisfies RouteRecordRaw[]
