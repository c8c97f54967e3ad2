import { watch } from 'vue'
import { dark } from './theme'

/** A token's value as it is now, for what is drawn on a canvas or in a chart. */
export function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim()
}

export function cityColour(city: string): string {
  return colour(`city-${city}`) || colour('city-other')
}

/** Called when the tokens have other values. */
export function whenColoursChange(run: () => void): void {
  watch(dark, run, { flush: 'post' })
}
