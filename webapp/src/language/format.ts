import { language, type Language } from '.'

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

/** A day of the event, of an instant: `2025年9月24日周三`. */
export function formatDayOf(instant: string, zone = EVENT_ZONE): string {
  return formatter({ month: 'long', day: 'numeric', weekday: 'short', timeZone: zone }).format(
    new Date(instant),
  )
}

/** The day of an instant as `2025-09-24`, to group by. */
export function dayOf(instant: string, zone = EVENT_ZONE): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(new Date(instant))
}

/** @param money in minor units, as the API has it: 分 */
export function formatMoney(money: { amount: number; currency: string }): string {
  return new Intl.NumberFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 2,
  }).format(money.amount / 100)
}

/** The clock of a zone, as an input of the type `datetime-local` has it: `2025-09-24T09:00`. */
export function wallTime(instant: string, zone = EVENT_ZONE): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
    .format(new Date(instant))
    .replace(' ', 'T')
}

/** The instant at which the clock of a zone shows this; `''` of what is no time. */
export function instantOf(wall: string, zone = EVENT_ZONE): string {
  const asIfUtc = Date.parse(`${wall}Z`)
  if (Number.isNaN(asIfUtc)) {
    return ''
  }
  const ahead = (millis: number) => Date.parse(`${wallTime(new Date(millis).toISOString(), zone)}Z`) - millis
  const near = asIfUtc - ahead(asIfUtc)
  return new Date(asIfUtc - ahead(near)).toISOString()
}

/** What people count money in, in minor units: 万元, or a million yuan. */
export function unitOf(spoken: Language): number {
  return spoken === 'zh' ? 1_000_000 : 100_000_000
}

/** @returns in minor units; none where the text is no amount, so that the API says so */
export function amountOf(text: string, spoken = language.value): number | undefined {
  const amount = Math.round(Number(text.trim().replaceAll(',', '')) * unitOf(spoken))
  return text.trim() !== '' && Number.isSafeInteger(amount) ? amount : undefined
}

/** Several of a kind, as one writes them in a row. */
export function formatList(texts: readonly string[]): string {
  return texts.join(language.value === 'zh' ? '、' : ', ')
}

/** Grouped by the day of the event on which they are; days and what is on them stay in the order given. */
export function byDay<Item>(
  items: readonly Item[],
  instantOf: (item: Item) => string,
  zone = EVENT_ZONE,
): { day: string; items: Item[] }[] {
  const days = new Map<string, Item[]>()
  for (const item of items) {
    const day = dayOf(instantOf(item), zone)
    days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, theirs]) => ({ day, items: theirs }))
}
