import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** Passwords as `./bridgehead env` names them: one for all of a city's people. */
function passwordOf(account: string): string {
  const name = `BRIDGEHEAD_${account.slice(0, 2).toUpperCase()}_PASSWORD`
  const password = process.env[name]
  if (!password) {
    throw new Error(`${name} is not set: ./bridgehead status --accounts shows it`)
  }
  return password
}

export const test = base.extend<{ problems: string[] }>({
  /** What the browser complains of, the content security policy's refusals among it. */
  problems: [
    async ({ page }, use) => {
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') {
          problems.push(message.text())
        }
      })
      await use(problems)
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

/** Signs in through Keycloak's own page, and comes back to where the app was asked for. */
export async function signIn(page: Page, account: string, path: string): Promise<void> {
  await page.goto(path)
  await page
    .getByRole('main')
    .getByRole('button', { name: /^(登录|Sign in)$/ })
    .click()
  await page.locator('#username').fill(account)
  await page.locator('#password').fill(passwordOf(account))
  await page.locator('#kc-login').click()
  await page.waitForURL((url) => url.pathname === path)
  // whoever left before the app has the token would not be signed in
  const signOut = page.getByRole('button', { name: /^(退出登录|Sign out)$/, includeHidden: true })
  await expect(signOut).toHaveCount(1)
}

/** On a phone the navigation is behind a button. */
export async function openNavigation(page: Page): Promise<void> {
  const menu = page.getByRole('button', { name: /^(菜单|Menu)$/ })
  if ((await menu.isVisible()) && (await menu.getAttribute('aria-expanded')) !== 'true') {
    await menu.click()
  }
}

/** Nothing serious or critical by axe-core, and nothing wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).analyze()
  const grave = found.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)
  expect(grave).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBeLessThanOrEqual(0)
}

export type City = 'qz' | 'sr' | 'hs' | 'np'
const tokens = new Map<City, Promise<string>>()

/** A token of a city's own system. */
async function cityToken(city: City): Promise<string> {
  const name = `BRIDGEHEAD_${city.toUpperCase()}_CLIENT_SECRET`
  const secret = process.env[name]
  if (!secret) {
    throw new Error(`${name} is not set: ./bridgehead status --accounts shows it`)
  }
  const { issuer } = (await (await fetch(address('/settings.json'))).json()) as { issuer: string }
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: `city-${city}`,
      client_secret: secret,
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

function address(path: string): string {
  return (process.env.BRIDGEHEAD_ADDRESS ?? 'http://127.0.0.1:8080') + path
}

/** The API as a city's own system calls it: to make the data that a test is about. */
export class CitySystem {
  constructor(readonly city: City) {}

  /** @param path below `/api/v1` */
  async get<T>(path: string): Promise<T> {
    return this.#send<T>('GET', path)
  }

  /** A list to its end. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = []
    let after = ''
    for (;;) {
      const page = await this.get<{ items: T[]; next?: string }>(`${path}&limit=200${after}`)
      items.push(...page.items)
      if (page.next === undefined) {
        return items
      }
      after = `&after=${encodeURIComponent(page.next)}`
    }
  }

  async post<T>(path: string, body?: object, key: string = crypto.randomUUID()): Promise<T> {
    return this.#send<T>('POST', path, body, key)
  }

  async #send<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
    const token = tokens.get(this.city) ?? cityToken(this.city)
    tokens.set(this.city, token)
    const answer = await fetch(address(`/api/v1${path}`), {
      method,
      headers: {
        Authorization: `Bearer ${await token}`,
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (answer.status === 401) {
      // it holds for some minutes only
      tokens.delete(this.city)
      return this.#send<T>(method, path, body, key)
    }
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    }
    return (await answer.json()) as T
  }
}

/** Events take a moment. @param look gives nothing as long as it has not come */
export async function arrived<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const seen = await look()
    if (seen !== undefined) {
      return seen
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${what} did not come`)
}

interface Meeting {
  id: string
  state: string
  project: string
  counterpart: { kind: string; id: string }
  sides: { city: City; organisation: string }[]
}

export interface Draft {
  id: string
  title: string
  state: string
  parties: { city: City; organisation: string; organisationName: string; signedAt?: string }[]
}

export const EDITION = '2025-quzhou'

/**
 * A draft agreement that nobody has signed yet, drafted from the intent of a meeting of the two cities: one that
 * an earlier test left, of a meeting that stands in the timetable, or of one asked for anew.
 *
 * @param title by which a later test knows it for one that may be signed
 */
export async function aDraft(from: City, to: City, title: string): Promise<Draft> {
  const system = new CitySystem(from)
  const drafts = await system.all<Draft>(`/agreements?edition=${EDITION}&state=draft`)
  const left = drafts.find((draft) => draft.title === title && is(draft.parties))
  if (left) {
    return left
  }
  const meetings = (await system.all<Meeting>(`/meetings?edition=${EDITION}`)).filter(({ sides }) =>
    is(sides),
  )
  const meeting =
    meetings.find(({ state }) => state === 'scheduled') ?? (await again(system, new CitySystem(to), meetings))
  await system.post(`/meetings/${meeting.id}/intent`, {
    kind: 'technologyCooperation',
    title,
    summary: '双方共同开展工艺验证，共享试验数据，成果归双方共有。\n第一阶段自签署之日起六个月内完成。',
    amount: { amount: 120_000_000, currency: 'CNY' },
  })
  return arrived('the draft', async () => {
    const [draft] = await system.all<Draft>(`/agreements?edition=${EDITION}&meeting=${meeting.id}`)
    return draft
  })

  function is(sides: { city: City }[]): boolean {
    return sides[0]?.city === from && sides[1]?.city === to
  }
}

/** Who has recorded an intent may meet anew. */
async function again(asks: CitySystem, answers: CitySystem, meetings: Meeting[]): Promise<Meeting> {
  const before = meetings.find(({ state }) => state === 'intentRecorded' || state === 'cancelled')
  if (!before) {
    throw new Error('these cities have no meeting that could be held again')
  }
  const { id } = await asks.post<Meeting>('/meetings', {
    project: before.project,
    counterpart: { kind: before.counterpart.kind, id: before.counterpart.id },
  })
  await answers.post(`/meetings/${id}/accept`)
  return arrived('a slot', async () => {
    const meeting = await asks.get<Meeting>(`/meetings/${id}`)
    return meeting.state === 'scheduled' ? meeting : undefined
  })
}
