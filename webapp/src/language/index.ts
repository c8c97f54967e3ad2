import { createI18n, useI18n } from 'vue-i18n'
import { computed, watchEffect } from 'vue'
import words from './words'

export type Language = 'zh' | 'en'
export interface Bilingual {
  zh: string
  en: string
}

/** Texts by their keys, to any depth. */
export interface Words {
  [key: string]: string | Words
}

const REMEMBERED = 'bridgehead.language'

function remembered(): Language {
  const kept = localStorage.getItem(REMEMBERED)
  return kept === 'en' || kept === 'zh' ? kept : 'zh'
}

export const i18n = createI18n({ legacy: false, locale: remembered(), fallbackLocale: 'zh', messages: words })

export const language = computed<Language>({
  get: () => i18n.global.locale.value,
  set: (chosen) => {
    localStorage.setItem(REMEMBERED, chosen)
    i18n.global.locale.value = chosen
  },
})

watchEffect(() => {
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
})

/** A feature's own words, beside its pages; what it lacks is looked up in the words that all share. */
export function useWords<W extends Words>(messages: Record<Language, W>) {
  return useI18n({
    useScope: 'local',
    inheritLocale: true,
    fallbackWarn: false,
    missingWarn: false,
    messages,
  })
}

/** What a record has in both languages. */
export function inLanguage(text: Bilingual): string {
  return text[language.value]
}
