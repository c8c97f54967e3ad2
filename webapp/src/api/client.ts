import createClient, { type Middleware } from 'openapi-fetch'
import { language } from '@/language'
import { token } from '@/identity/session'
import { loseConnection } from './connection'
import { refusal, Unreachable } from './problem'
import type { components, paths } from './schema'

/** The API's types, generated from its merged OpenAPI description. */
export type Schemas = components['schemas']

const manners: Middleware = {
  async onRequest({ request }) {
    const bearer = await token()
    if (bearer) {
      request.headers.set('Authorization', `Bearer ${bearer}`)
    }
    request.headers.set('Accept-Language', language.value)
    return request
  },
  async onResponse({ response }) {
    if (!response.ok) {
      throw await refusal(response)
    }
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      return error
    }
    loseConnection()
    return new Unreachable()
  },
}

/** Every call through it ends with data, or throws `Refused` or `Unreachable`. */
export const api = createClient<paths>({ baseUrl: '/' })
api.use(manners)
