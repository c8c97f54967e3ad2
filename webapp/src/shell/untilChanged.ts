import { computed, ref, watch } from 'vue'

/** What is wrong with an input, said until somebody changes it. */
export function useUntilChanged(error: () => string | undefined) {
  const changed = ref(false)
  watch(error, () => (changed.value = false))
  return {
    wrong: computed(() => (changed.value ? undefined : error())),
    change: () => (changed.value = true),
  }
}
