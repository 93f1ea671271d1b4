import { locale } from '../../catalogue/words.ts'

/** `1,234`. */
export function numeral(n: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locale(), options).format(n)
}

const sizes = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** `740 bytes`, `12.4 MB`: in thousands, with one decimal below ten of a unit. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return numeral(Math.max(0, bytes), { style: 'unit', unit: 'byte', unitDisplay: 'long' })
  const power = Math.min(sizes.length, Math.floor(Math.log10(bytes) / 3))
  const n = bytes / 1000 ** power
  return numeral(n, { style: 'unit', unit: sizes[power - 1]!, maximumFractionDigits: n < 10 ? 1 : 0 })
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)
}

/** `v3`, `v3 and v5`; empty ones are left out. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items.filter((item) => item !== ''))
}

/** A headline or sentence cut to fit a line, at a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\s,;:.–—-]+$/u, '')}…`
}
