import Keycloak from 'keycloak-js'
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
  roles: Role[]
}

interface Claims {
  sub?: string
  preferred_username?: string
  city?: string
  org?: string[] | string
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
  roles: [],
}

const current = reactive<Session>({ ...nobody })
const others = new BroadcastChannel('bridgehead.session')
let keycloak: Keycloak | undefined

export const session = readonly(current)

/** Asks who is here. Never fails: where the sign-in is away, the public pages still open. */
export async function startSession(): Promise<void> {
  const signedInBefore = localStorage.getItem(SIGNED_IN_BEFORE) !== null
  try {
    const settings = (await (await fetch('/settings.json')).json()) as { issuer: string; client: string }
    const [url, realm] = settings.issuer.split('/realms/')
    if (!url || !realm) {
      throw new Error(`no issuer: ${settings.issuer}`)
    }
    keycloak = new Keycloak({ url, realm, clientId: settings.client })
    keycloak.onAuthRefreshError = expire
    keycloak.onAuthLogout = expire
    await keycloak.init({
      pkceMethod: 'S256',
      checkLoginIframe: false,
      ...(signedInBefore ? { onLoad: 'check-sso' as const } : {}),
    })
    take()
  } catch {
    current.state = 'away'
  }
  others.onmessage = () => location.reload()
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
    roles: (claims.realm_access?.roles ?? []) as Role[],
  })
}

function expire() {
  current.expired = current.state === 'signedIn'
}

/** @param path where to come back to, within the app */
export async function signIn(path = location.pathname + location.search): Promise<void> {
  await keycloak?.login({ redirectUri: location.origin + path })
}

/** Ends the session at Keycloak, and so everywhere; other windows of this browser notice at once. */
export async function signOut(): Promise<void> {
  localStorage.removeItem(SIGNED_IN_BEFORE)
  others.postMessage('signed out')
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
