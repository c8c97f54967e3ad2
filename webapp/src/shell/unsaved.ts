import { onBeforeUnmount, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'

/** What is typed and not sent is not lost by a mistaken click: whoever leaves the page is asked first. */
export function useUnsaved(dirty: () => boolean): void {
  const { t } = useI18n({ useScope: 'global' })
  const hold = (event: BeforeUnloadEvent) => {
    if (dirty()) {
      event.preventDefault()
    }
  }
  onMounted(() => window.addEventListener('beforeunload', hold))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', hold))
  onBeforeRouteLeave(() => !dirty() || window.confirm(t('state.unsaved')))
}
