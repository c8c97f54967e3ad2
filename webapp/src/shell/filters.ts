import { reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * `state` is OAuth's own in an address (RFC 6749): Keycloak refuses to send anybody back to one with it, and so a
 * reload would end in an error.
 */
function inAddress(name: string): string {
  return name === 'state' ? 'in-state' : name
}

/** Filters as the address has them: only those that choose something. */
export function asQuery(filters: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [inAddress(name), value]),
  )
}

/**
 * A list's search and filters, kept in the address: a link shows the same, and back goes back.
 *
 * @param none each filter's name, and its value where nothing is chosen
 */
export function useFilters<Name extends string>(none: Record<Name, string>): Record<Name, string> {
  const route = useRoute()
  const router = useRouter()
  const names = Object.keys(none) as Name[]
  const read = () =>
    Object.fromEntries(
      names.map((name) => {
        const given = route.query[inAddress(name)]
        return [name, typeof given === 'string' ? given : none[name]]
      }),
    ) as Record<Name, string>
  const filters = reactive(read()) as Record<Name, string>
  const { path } = route

  watch(filters, () => {
    const others = Object.entries(route.query).filter(
      ([key]) => !names.some((name) => inAddress(name) === key),
    )
    const query = { ...Object.fromEntries(others), ...asQuery(filters) }
    void router.replace({ query, hash: route.hash })
  })
  watch(
    () => route.query,
    () => {
      if (route.path === path) {
        Object.assign(filters, read())
      }
    },
  )
  return filters
}

/** Whether each word of what is searched for is in one of the texts. */
export function finds(search: string, ...texts: (string | undefined)[]): boolean {
  const all = texts.join('\n').toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
