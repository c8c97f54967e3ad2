import type { RouteRecordRaw } from 'vue-router'

export default [
  { path: '/', component: () => import('./FrontPage.vue'), meta: { name: 'front', listed: true } },
] satisfies RouteRecordRaw[]
