import { ref, watchEffect } from 'vue'

const REMEMBERED = 'bridgehead.theme'

const kept = localStorage.getItem(REMEMBERED)

/** As chosen here; else as the system has it. */
export const dark = ref(kept ? kept === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches)

/** Paper is light. */
const printed = ref(false)
matchMedia('print').addEventListener('change', ({ matches }) => (printed.value = matches))

watchEffect(() => document.documentElement.classList.toggle('dark', dark.value && !printed.value), {
  flush: 'sync',
})

export function choose(isDark: boolean): void {
  localStorage.setItem(REMEMBERED, isDark ? 'dark' : 'light')
  dark.value = isDark
}
