import Keycloak, { type KeycloakInitOptions } from 'keycloak-js'
import { reactive, readonly } from 'vue'

/** As the realm names them. */
export type Role =
  | 'organizer'
  | 'city-officer'
  | 'reception'
  | 'delegation-leader'
  | 'delegate'
  | 'organisation'
  | 'judge'
  | 'signatory'
  | 'auditor'
  | 'operator'
  | 'partner-system'

/** Whoever has an account. */
export const SIGNED_IN: readonly Role[] = [
  'organizer',
  'city-officer',
  'reception',
  'delegation-leader',
  'delegate',
  'organisation',
  'judge',
  'signatory',
  'auditor',
  'operator',
  'partner-system',
]

/** Whom the API shows agreements, and what hangs on them. */
export const SEE_AGREEMENTS: readonly Role[] = [
  'organizer',
  'city-officer',
  'organisation',
  'signatory',
  'auditor',
  'operator',
]

interface Session {
  /** `away`: the sign-in service could not be asked; what needs no account works. */
  state: 'starting' | 'signedOut' | 'signedIn' | 'away'
  /** The session ended by itself while somebody worked; what is typed stays until they sign in again. */
  expired: boolean
  subject: string
  account: string
  city: string
  /** Credit codes of those that this account speaks for. */
  organisations: string[]
  /** Id of the delegate whose account it is; empty where it is no delegate's. */
  delegate: string
  roles: Role[]
}

interface Claims {
  sub?: string
  preferred_username?: string
  city?: string
  org?: string[] | string
  delegate?: string
  realm_access?: { roles: string[] }
}

/**
 * That somebody signed in here, and nothing of who: then a reload asks Keycloak, which knows by its own
 * cookie. Tokens are in memory only.
 */
const SIGNED_IN_BEFORE = 'bridgehead.signed-in'
const RENEW_BEFORE_SECONDS = 30

const nobody: Session = {
  state: 'starting',
  expired: false,
  subject: '',
  account: '',
  city: '',
  organisations: [],
  delegate: '',
  roles: [],
}

const current = reactive<Session>({ ...nobody })
const others = new BroadcastChannel('bridgehead.session')
let keycloak: Keycloak | undefined
let realm: { url: string; realm: string; clientId: string } | undefined

/** What windows of this browser tell one another; tokens go from memory to memory, and through no storage. */
type News = { signedOut: true } | { token: string; refreshToken: string; idToken: string }

export const session = readonly(current)

export function isAny(...roles: Role[]): boolean {
  return roles.some((role) => session.roles.includes(role))
}

/** Asks who is here. Never fails: where the sign-in is away, the public pages still open. */
export async function startSession(): Promise<void> {
  try {
    const settings = (await (await fetch('/settings.json')).json()) as { issuer: string; client: string }
    const [url, name] = settings.issuer.split('/realms/')
    if (!url || !name) {
      throw new Error(`no issuer: ${settings.issuer}`)
    }
    realm = { url, realm: name, clientId: settings.client }
    // an answer of Keycloak's, in the form of RFC 6749
    const isAnswered = /[#&]state=/.test(location.hash)
    if (localStorage.getItem(SIGNED_IN_BEFORE) !== null && !isAnswered) {
      await askWhoIsHere(settings.issuer)
    }
    await start({})
  } catch {
    current.state = 'away'
  }
  others.onmessage = ({ data }: MessageEvent<News>) => {
    if ('signedOut' in data) {
      location.reload()
    } else if (current.expired) {
      void start(data)
    }
  }
}

/**
 * Goes to Keycloak, which knows a browser that signed in, and comes back with its answer: in place of this entry of
 * the browser's history, so that who goes back goes to the page before. Never returns.
 *
 * @throws TypeError where Keycloak is away: then this page is not left
 */
async function askWhoIsHere(issuer: string): Promise<void> {
  await fetch(`${issuer}/.well-known/openid-configuration`, { mode: 'no-cors' })
  await init({})
  const redirectUri = location.origin + location.pathname + location.search
  location.replace((await keycloak?.createLoginUrl({ prompt: 'none', redirectUri })) ?? '')
  await new Promise(() => undefined)
}

async function start(options: KeycloakInitOptions) {
  await init(options)
  take()
}

async function init(options: KeycloakInitOptions) {
  if (!realm) {
    return
  }
  keycloak = new Keycloak(realm)
  keycloak.onAuthRefreshError = expire
  keycloak.onAuthLogout = expire
  await keycloak.init({ pkceMethod: 'S256', checkLoginIframe: false, ...options })
}

function take() {
  if (!keycloak?.authenticated) {
    localStorage.removeItem(SIGNED_IN_BEFORE)
    Object.assign(current, nobody, { state: 'signedOut' })
    return
  }
  const claims = (keycloak.tokenParsed ?? {}) as Claims
  localStorage.setItem(SIGNED_IN_BEFORE, 'yes')
  Object.assign(current, {
    state: 'signedIn',
    expired: false,
    subject: claims.sub ?? '',
    account: claims.preferred_username ?? '',
    city: claims.city ?? '',
    organisations: claims.org === undefined ? [] : [claims.org].flat(),
    delegate: claims.delegate ?? '',
    roles: (claims.realm_access?.roles ?? []) as Role[],
  })
}

function expire() {
  current.expired = current.state === 'signedIn'
}

/** @param path where to come back to, within the app */
export async function signIn(path = location.pathname + location.search): Promise<void> {
  // in the language that is chosen here
  await keycloak?.login({ redirectUri: location.origin + path, locale: document.documentElement.lang })
}

/**
 * After the session has ended by itself: in a window of its own, so that what is typed in this one stays.
 *
 * @see handOver which ends it
 */
export function signInAgain(): void {
  window.open('/signed-in', 'bridgehead.sign-in', 'popup,width=480,height=640')
}

/** In that window, once somebody signed in: gives the tokens to the window that waits for them, and closes. */
export function handOver(): void {
  if (keycloak?.token && keycloak.refreshToken && keycloak.idToken) {
    const { token, refreshToken, idToken } = keycloak
    tell({ token, refreshToken, idToken })
    window.close()
  }
}

function tell(news: News) {
  others.postMessage(news)
}

/** Ends the session at Keycloak, and so everywhere; other windows of this browser notice at once. */
export async function signOut(): Promise<void> {
  localStorage.removeItem(SIGNED_IN_BEFORE)
  tell({ signedOut: true })
  await keycloak?.logout({ redirectUri: location.origin + '/' })
}

/** A token good for some while yet; none where nobody is signed in, or the session has ended. */
export async function token(): Promise<string | undefined> {
  if (!keycloak?.authenticated) {
    return undefined
  }
  try {
    await keycloak.updateToken(RENEW_BEFORE_SECONDS)
  } catch {
    expire()
  }
  return keycloak.token
}
