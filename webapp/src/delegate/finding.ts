import { useQuery } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { api } from '@/api/client'
import { under } from '@/api/command'
import { isAny, type Role } from '@/identity/session'
import { finds } from '@/shell/filters'
import type { Delegate } from './delegates'

/** Who sends people in, or may reveal numbers. */
const FIND_BY_PHONE: readonly Role[] = [
  'city-officer',
  'delegation-leader',
  'organizer',
  'reception',
  'partner-system',
]

/** A whole number, in mainland China or with its country's code; as people write it. */
export function phoneIn(search: string): string | undefined {
  const digits = search.replace(/[\s()-]/g, '')
  return /^(1[3-9]\d{9}|\+\d{7,15})$/.test(digits) ? digits : undefined
}

/** What may become a number is no more for the browser's history than the number is. */
function isPartOfPhone(search: string): boolean {
  return /^\+?[\d\s()-]{4,}$/.test(search.trim())
}

/**
 * The search in a list of people: what is typed is looked for in what the list shows, and a whole telephone
 * number, of which the list shows only a part, by the API.
 *
 * @param filters whose `q` is in the address, unless it is of a number
 */
export function useFinding(filters: { q: string }, edition: () => string) {
  const search = ref(filters.q)
  const phone = computed(() => phoneIn(search.value))
  watch(search, (typed) => (filters.q = isPartOfPhone(typed) ? '' : typed))
  watch(
    () => filters.q,
    (given) => {
      if (given || !isPartOfPhone(search.value)) {
        search.value = given
      }
    },
  )

  const { data: withPhone } = useQuery({
    key: () => ['delegates', edition(), 'with', phone.value ?? ''],
    enabled: () => phone.value !== undefined && isAny(...FIND_BY_PHONE),
    gcTime: 0,
    query: async () =>
      (
        await api.POST('/api/v1/delegates/search', {
          params: { header: under(crypto.randomUUID()) },
          body: { edition: edition(), phone: phone.value ?? '' },
        })
      ).data?.items ?? [],
  })

  function isFound(one: Delegate): boolean {
    return phone.value
      ? (withPhone.value ?? []).some(({ id }) => id === one.id)
      : finds(search.value, one.maskedName, one.organisationName, one.organisation, one.jobTitle)
  }

  return { search, isFound }
}
