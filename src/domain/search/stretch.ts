interface Stretch {
  readonly start: number
  readonly end: number
}

/** Further than this no space is looked for: the script may have none. */
const reach = 40

/** Made when first needed: each costs some milliseconds, in which a start has better things to do. */
let graphemes: Intl.Segmenter | undefined
let words: Intl.Segmenter | undefined

/**
 * A stretch of a text of about `length` UTF-16 units, with `wanted` in its middle, cut at spaces or else between words. No
 * grapheme is cut, even where the stretch gets longer by it. It is never empty unless the text is.
 */
export function stretchAround(text: string, wanted: Stretch, length: number): Stretch {
  const spare = Math.max(0, length - (wanted.end - wanted.start))
  const before = Math.max(0, wanted.start - Math.floor(spare / 2))
  const after = Math.min(text.length, before + length)
  const from = Math.min(wanted.start, Math.max(0, after - length))
  const start = graphemeStart(text, from === 0 ? 0 : cutBefore(text, from, wanted.start))
  const least = Math.max(start, wanted.end <= after ? wanted.end - 1 : wanted.start) + 1
  const end = after === text.length ? after : cutAfter(text, after, least)
  return { start, end: graphemeEnd(text, end, least) }
}

/** The first good cut from `from` on, but not beyond `latest`. */
function cutBefore(text: string, from: number, latest: number): number {
  const space = /\s+/u.exec(text.slice(from - 1, Math.min(latest, from + reach)))
  if (space !== null) return from - 1 + space.index + space[0].length
  const { start, end } = wordAt(text, from)
  if (start < from && end <= latest) return end
  return from - start < reach ? start : from
}

/** The last good cut up to `to`, but not before `earliest`. */
function cutAfter(text: string, to: number, earliest: number): number {
  const searched = Math.max(earliest, to - reach)
  const space = /\s+\S*$/u.exec(text.slice(searched, to + 1))
  if (space !== null && searched + space.index >= earliest) return searched + space.index
  const { start, end } = wordAt(text, to)
  if (start >= earliest) return start
  return end - to < reach ? end : to
}

function wordAt(text: string, at: number): Stretch {
  words ??= new Intl.Segmenter('en', { granularity: 'word' })
  return bounds(words.segment(text).containing(at), at)
}

function graphemeAt(text: string, at: number): Stretch {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return bounds(graphemes.segment(text).containing(at), at)
}

function bounds(found: Intl.SegmentData | undefined, at: number): Stretch {
  return found === undefined ? { start: at, end: at } : { start: found.index, end: found.index + found.segment.length }
}

function graphemeStart(text: string, at: number): number {
  return graphemeAt(text, at).start
}

/** The grapheme at a cut is left out, unless what must be shown is in it. */
function graphemeEnd(text: string, at: number, least: number): number {
  const grapheme = graphemeAt(text, at)
  return grapheme.start >= least ? grapheme.start : grapheme.end
}
