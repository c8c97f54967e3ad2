import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { api, type Schemas } from '@/api/client'
import { inLanguage } from '@/language'
import { formatList } from '@/language/format'

export type Industry = Schemas['Industry']

export interface Branch {
  industry: Industry
  depth: number
}

/** The taxonomy as a tree read from top to bottom: each industry, and below it its own. */
export function branchesOf(industries: readonly Industry[]): Branch[] {
  const below = (parent: string | undefined, depth: number): Branch[] =>
    industries
      .filter((industry) => industry.parent === parent)
      .flatMap((industry) => [{ industry, depth }, ...below(industry.code, depth + 1)])
  return below(undefined, 0)
}

/** The industry itself and all below it. */
export function codesBelow(industries: readonly Industry[], code: string): Set<string> {
  const all = branchesOf(industries)
  const at = all.findIndex(({ industry }) => industry.code === code)
  const found = new Set([code])
  for (const { industry, depth } of all.slice(at + 1)) {
    if (at < 0 || depth <= (all[at]?.depth ?? 0)) {
      break
    }
    found.add(industry.code)
  }
  return found
}

export function useIndustries() {
  const { data } = useQuery({
    key: ['industries'],
    query: async () => (await api.GET('/api/v1/industries')).data?.items ?? [],
    staleTime: Infinity,
  })
  const industries = computed(() => data.value ?? [])
  const branches = computed(() => branchesOf(industries.value))
  const names = computed(() => new Map(industries.value.map(({ code, name }) => [code, name])))

  function nameOf(code: string): string {
    const name = names.value.get(code)
    return name ? inLanguage(name) : code
  }

  function namesOf(codes: readonly string[]): string {
    return formatList(codes.map(nameOf))
  }

  /** For a list to choose from: what is below is set in. */
  const options = computed(() =>
    branches.value.map(({ industry, depth }) => ({
      value: industry.code,
      label: '\u3000'.repeat(depth) + inLanguage(industry.name),
    })),
  )

  /** Whether one of the codes is the chosen industry or below it; any, where none is chosen. */
  function isWithin(codes: readonly string[], chosen: string): boolean {
    const wanted = codesBelow(industries.value, chosen)
    return !chosen || codes.some((code) => wanted.has(code))
  }

  return { branches, options, nameOf, namesOf, isWithin }
}
