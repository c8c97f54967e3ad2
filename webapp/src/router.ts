import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { language } from './language'
import words from './language/words'
import { session, type Role } from './identity/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name below `navigation`. */
    name?: keyof (typeof words)['zh']['navigation']
    /** Whom the page is open to; without it, everyone. */
    roles?: readonly Role[]
  }
}

const SEE_AGREEMENTS: readonly Role[] = [
  'organizer',
  'city-officer',
  'organisation',
  'signatory',
  'auditor',
  'operator',
]

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('./edition/FrontPage.vue'), meta: { name: 'front' } },
    {
      path: '/chain/:agreement?',
      component: () => import('./chain/ChainPage.vue'),
      props: true,
      meta: { name: 'chain', roles: SEE_AGREEMENTS },
    },
    { path: '/:path(.*)*', component: () => import('./shell/NotFoundPage.vue') },
  ],
  scrollBehavior: (_to, _from, before) => before ?? { top: 0 },
})

export function mayOpen(route: Pick<RouteLocationNormalized, 'meta'>): boolean {
  const roles = route.meta.roles
  return !roles || roles.some((role) => session.roles.includes(role))
}

router.afterEach((to) => {
  const all = words[language.value]
  document.title = [to.meta.name && all.navigation[to.meta.name], all.bridgehead].filter(Boolean).join(' · ')
})
