import type { Schemas } from '@/api/client'
import { isAny, session } from '@/identity/session'

export type Stage = Schemas['ProjectAnswer']['stage']
export const STAGES: readonly Stage[] = ['seed', 'angel', 'preA', 'a', 'b', 'growth']

/** Whether this account may do something for who stands behind an offer or sits on a side of a meeting. */
export function actsFor({ city, organisation }: { city: string; organisation: string }): boolean {
  return (
    (isAny('city-officer') && session.city === city) ||
    (isAny('organisation') && session.organisations.includes(organisation))
  )
}

/** Whether this account may bring offers at all. */
export function mayBring(): boolean {
  return isAny('city-officer') || (isAny('organisation') && session.organisations.length > 0)
}

/** What all offers have, whatever they are. */
export interface Brought {
  organisation: string
  organisationName: string
  contact: string
  conflicts: string[]
}

/** To begin a form with: who speaks for one organisation alone brings nobody else's. */
export function nobodyYet(): Brought {
  const [own, ...others] = isAny('city-officer') ? [] : session.organisations
  return {
    organisation: own !== undefined && others.length === 0 ? own : '',
    organisationName: '',
    contact: '',
    conflicts: [],
  }
}

/** What somebody typed into a form, to tell whether there is something to lose; the name comes by itself. */
export function typedInto(form: object): string {
  return JSON.stringify(form, (key, value: unknown) => (key === 'organisationName' ? undefined : value))
}

/** What a list of offers shows of each, whatever they are. */
export interface Listed {
  id: string
  name: string
  organisationName: string
  city: string
  industries: readonly string[]
  /** None where stages are nothing to it. */
  stages: readonly Stage[]
}
