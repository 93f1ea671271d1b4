/** In which versions a text stands, in words, and what to open to see it: indexes of versions in time order. */
export interface Presence {
  readonly sentence: string
  /** The last version with the text and the next, which is without it; null where the newest has it. */
  readonly pair: { readonly older: number; readonly newer: number } | null
  /** The last version with the text; the newest where none has it. */
  readonly target: number
}

/** More stretches than this are only counted. */
const mostStretches = 3

/** Neighbouring versions that all have the text; both ends included. */
interface Stretch {
  readonly first: number
  readonly last: number
}

/**
 * In which versions a text stands: `Since v2`, `In v1 to v3. Removed in v4`. `labels` are the versions' names, the oldest
 * first, and `held` says of each whether it has the text; `headline` whether the text is its headline.
 */
export function presence(labels: readonly string[], held: readonly boolean[], headline: boolean): Presence {
  const newest = labels.length - 1
  const last = labels.findLastIndex((_, index) => held[index] === true)
  return {
    sentence: sentenceOf(labels, held, headline),
    pair: last < 0 || last === newest ? null : { older: last, newer: last + 1 },
    target: last < 0 ? newest : last
  }
}

function sentenceOf(labels: readonly string[], held: readonly boolean[], headline: boolean): string {
  const having = stretchesOf(labels.length, (index) => held[index] === true)
  const [first, ...others] = having
  if (first === undefined) return headline ? 'Headline in no version' : 'In no version'
  if (having.length > mostStretches) return `${headline ? 'Headline in' : 'In'} ${counted(labels, having)}`
  const newest = labels.length - 1
  if (others.length > 0 || first.last < newest) return came(labels, having, headline)
  if (first.first > 0) return `${headline ? 'Headline since' : 'Since'} v${labels[first.first]!}`
  if (newest === 0) return `${headline ? 'Headline,' : 'In'} v${labels[0]!}`
  return headline ? 'Headline in every version' : 'In every version'
}

/** Of a text that was removed once at least: where it was, whether it is back, and where it went. */
function came(labels: readonly string[], having: readonly Stretch[], headline: boolean): string {
  const latest = having.at(-1)!
  const current = latest.last === labels.length - 1
  const past = current ? having.slice(0, -1) : having
  const where = listed(past.flatMap((stretch) => named(labels, stretch)))
  if (having.length === 1 && latest.first === latest.last) return `${headline ? 'Headline, only' : 'Only'} in ${where}`
  const again = current ? `, again since v${labels[latest.first]!}` : ''
  const removed = listed(past.map(({ last }) => `v${labels[last + 1]!}`))
  return `${headline ? 'Headline,' : 'In'} ${where}${again}. Removed in ${removed}`
}

/** `12 of 31 versions, first v1, last v29`. */
function counted(labels: readonly string[], having: readonly Stretch[]): string {
  const versions = having.reduce((sum, { first, last }) => sum + last - first + 1, 0)
  const [first, last] = [labels[having[0]!.first]!, labels[having.at(-1)!.last]!]
  return `${versions} of ${labels.length} versions, first v${first}, last v${last}`
}

/** Two versions are named both, more as a range. */
function named(labels: readonly string[], { first, last }: Stretch): string[] {
  const [from, to] = [`v${labels[first]!}`, `v${labels[last]!}`]
  if (first === last) return [from]
  return last === first + 1 ? [from, to] : [`${from} to ${to}`]
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`
}

function stretchesOf(count: number, has: (index: number) => boolean): Stretch[] {
  const stretches: Stretch[] = []
  for (let index = 0; index < count; index++) {
    if (!has(index)) continue
    const before = stretches.at(-1)
    if (before?.last === index - 1) stretches[stretches.length - 1] = { first: before.first, last: index }
    else stretches.push({ first: index, last: index })
  }
  return stretches
}
