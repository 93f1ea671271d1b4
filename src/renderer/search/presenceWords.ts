import { locale, t, tell, type Values } from '../../catalogue/words.ts'
import type { Presence, PresentStretch } from '../../domain/search/presence.ts'

/** More stretches than this are only counted. */
const mostStretches = 3

type Said = readonly [key: Parameters<typeof t>[0], values: Values]

/** In which versions a text stands: `Since v2`, `In v1 to v3. Removed in v4`. What was removed is drawn as `bold` draws it. */
export function presenceParts<T extends object>(presence: Presence, bold: (words: string) => T): (string | T)[] {
  const [key, values] = said(presence)
  return tell<T>(key, { ...values, b: (inside) => bold(inside.filter((part) => typeof part === 'string').join('')) })
}

export function presenceWords(presence: Presence): string {
  return presenceParts(presence, (words) => ({ toString: () => words })).join('')
}

function said({ stretches, having, of, headline }: Presence): Said {
  const [first] = stretches
  const latest = stretches.at(-1)
  const whose = { headline: headline ? 'yes' : 'no' }
  if (first === undefined || latest === undefined) return ['search.in.none', whose]
  const ends = { ...whose, first: first.first, last: latest.last }
  if (stretches.length > mostStretches) return ['search.in.counted', { ...ends, n: having, of }]
  if (having === of) return [of === 1 ? 'search.in.sole' : 'search.in.every', ends]
  if (stretches.length === 1 && latest.next === null) return ['search.in.since', ends]
  if (having === 1) return ['search.in.only', ends]
  return removed(stretches, latest, whose)
}

/** Of a text that was removed once at least: where it was, whether it is back, and where it went. */
function removed(stretches: readonly PresentStretch[], latest: PresentStretch, whose: Values): Said {
  const past = stretches.filter(({ next }) => next !== null)
  const where = listed(past.flatMap(named))
  const gone = { ...whose, where, removed: listed(past.map(({ next }) => `v${next}`)) }
  return latest.next === null ? ['search.in.again', { ...gone, since: latest.first }] : ['search.in.was', gone]
}

/** Two versions are named both, more as a range. */
function named({ first, last, length }: PresentStretch): string[] {
  if (length > 2) return [t('search.in.range', { first, last })]
  return length === 1 ? [`v${first}`] : [`v${first}`, `v${last}`]
}

/** Of English this way of writing a list has no comma before the last of it. */
function listed(names: readonly string[]): string {
  return new Intl.ListFormat(locale() === 'en' ? 'en-GB' : locale(), { type: 'conjunction' }).format(names)
}
