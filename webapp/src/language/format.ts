import { language } from '.'

/** The event's own zone: everybody sees the same clock, wherever the browser is. */
export const EVENT_ZONE = 'Asia/Shanghai'

function formatter(options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', options)
}

export function formatInstant(instant: string, zone = EVENT_ZONE): string {
  return formatter({ dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(instant))
}

export function formatTime(instant: string, zone = EVENT_ZONE): string {
  return formatter({ hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zone }).format(
    new Date(instant),
  )
}

/** First and last day, as `2026-11-24`, which is in no zone. */
export function formatDays(first: string, last: string): string {
  const days = formatter({ dateStyle: 'long', timeZone: 'UTC' })
  const [from, to] = [new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)]
  // in Chinese, browsers shorten a range to numbers
  return language.value === 'zh' ? `${days.format(from)}—${days.format(to)}` : days.formatRange(from, to)
}
