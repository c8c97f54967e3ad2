import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
} from 'vue-router'
import { loseConnection, whenConnectionIsBack } from './api/connection'
import agreement from './agreement/routes'
import chain from './chain/routes'
import delegate from './delegate/routes'
import delegation from './delegation/routes'
import edition from './edition/routes'
import fund from './fund/routes'
import { language } from './language'
import words from './language/words'
import meeting from './meeting/routes'
import pilotBase from './pilotbase/routes'
import places from './places/routes'
import project from './project/routes'
import timetable from './timetable/routes'
import { session, type Role } from './identity/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name below `navigation`; what belongs together has the same. */
    name?: keyof (typeof words)['zh']['navigation']
    /** Whether the navigation leads here. */
    listed?: boolean
    /** Whom the page is open to; without it, everyone. */
    roles?: readonly Role[]
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...edition,
    ...chain,
    ...delegation,
    ...delegate,
    ...places,
    ...project,
    ...fund,
    ...pilotBase,
    ...meeting,
    ...timetable,
    ...agreement,
    { path: '/signed-in', component: () => import('./identity/SignedInPage.vue') },
    { path: '/:path(.*)*', component: () => import('./shell/NotFoundPage.vue') },
  ],
  // a filter that is chosen stays where it is
  scrollBehavior: (to, from, before) => before ?? (to.path !== from.path && { top: 0 }),
})

// Whoever looks at another edition than today's goes on looking at it, by whatever link: the addresses that links have
// and that people pass on say which. An empty one goes back to today's.
const { push, replace, resolve } = router
function carried(to: RouteLocationRaw): RouteLocationRaw {
  const { path, hash, query } = resolve(to)
  const { edition = router.currentRoute.value.query.edition, ...others } = query
  return { path, hash, query: edition ? { ...others, edition } : others }
}
router.push = (to) => push(carried(to))
router.replace = (to) => replace(carried(to))
router.resolve = ((to: RouteLocationRaw) => resolve(carried(to))) as typeof resolve

// A page is loaded when it is first opened. Where that fails, nobody is there, or there is a newer release: it is
// opened anew as soon as somebody answers.
router.onError((_, to) => {
  whenConnectionIsBack(() => location.assign(to.fullPath))
  loseConnection()
})

export function mayOpen(route: Pick<RouteLocationNormalized, 'meta'>): boolean {
  const roles = route.meta.roles
  return !roles || roles.some((role) => session.roles.includes(role))
}

router.afterEach((to, _from, failure) => {
  if (failure) {
    return
  }
  const all = words[language.value]
  document.title = [to.meta.name && all.navigation[to.meta.name], all.bridgehead].filter(Boolean).join(' · ')
})
