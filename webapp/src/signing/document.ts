import { useQuery } from '@pinia/colada'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '@/api/client'
import { digestOf } from './digest'

/** What the parties sign, as it came, and what this browser makes of it. */
export interface ShownDocument {
  bytes: ArrayBuffer
  text: string
  /** Computed here; undefined where the browser cannot. */
  digest: string | undefined
}

export function useDocument(agreement: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['agreement', toValue(agreement), 'document'],
    query: async (): Promise<ShownDocument> => {
      const { data } = await api.GET('/api/v1/agreements/{id}/document', {
        params: { path: { id: toValue(agreement) } },
        parseAs: 'arrayBuffer',
      })
      const bytes = data ?? new ArrayBuffer(0)
      return { bytes, text: new TextDecoder().decode(bytes), digest: await digestOf(bytes) }
    },
  })
}

/** How a line of the document is set. Free text is indented, and so passes for none of the document's own lines. */
export function styleOf(line: string, index: number): 'heading' | 'section' | 'fact' | 'party' | 'text' {
  if (index === 0) {
    return 'heading'
  }
  if (/^[一二三四五六七八九十]+、/.test(line)) {
    return 'section'
  }
  if (/^[甲乙丙丁戊己庚辛壬癸]方：/.test(line)) {
    return 'party'
  }
  return /^[^　：]{1,12}：/.test(line) ? 'fact' : 'text'
}
