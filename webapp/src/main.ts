import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './tokens.css'
import './shell/base.css'
import { PiniaColada, useQueryCache } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import { whenConnectionIsBack } from './api/connection'
import App from './App.vue'
import { session, startSession } from './identity/session'
import { i18n } from './language'
import { router } from './router'

const pinia = createPinia()
const app = createApp(App)
  .use(pinia)
  .use(PiniaColada, { queryOptions: { staleTime: 5_000 } })
  .use(i18n)

const askAnew = () => void useQueryCache(pinia).invalidateQueries()
whenConnectionIsBack(askAnew)
watch(
  () => session.expired,
  (expired) => expired || askAnew(),
)

// Who is here decides what a page asks for.
void startSession().then(() => {
  // the router has kept the address as it was, and Keycloak's answer in it
  router.options.history.replace(location.pathname + location.search + location.hash)
  app.use(router).mount('#app')
})
