/** Where copies are: the archive's host, and the path before a timestamp (`/web/`). */
export interface ArchivePlace {
  readonly host: string
  readonly path: string
}

/**
 * Takes what an archive put into a copy of a page out again: toolbars and scripts between its marks, its own scripts and
 * styles, its closing comments, and its address before every link, inside tags, scripts and styles alone: an address that
 * the text itself names stays. Of a link to an archive only the outer rewriting goes. Modelled on Wayback and pywb; works
 * on bytes read as latin1, too. Reads every character a fixed number of times.
 */
export function unrewrite(html: string, archive: ArchivePlace | null): string {
  const marked = marks.reduce((text, [from, to]) => withoutBetween(text, from, to), withoutHead(html))
  return withoutOwn(marked, archive)
}

/** Begin and end of what Wayback and pywb insert, in lower case. */
const marks: readonly (readonly [from: string, to: string])[] = [
  ['<!-- begin wayback toolbar insert -->', '<!-- end wayback toolbar insert -->'],
  ['<!-- bof wayback -->', '<!-- eof wayback -->'],
  ['<!-- wb insert -->', '<!-- end wb insert -->'],
  ['<!-- begin wayback toolbar private -->', '<!-- end wayback toolbar private -->']
]

/** Lower case with every place the same: the few letters that grow in lower case stay. */
function lower(text: string): string {
  const low = text.toLowerCase()
  return low.length === text.length ? low : text.replace(/[A-Z]+/g, (found) => found.toLowerCase())
}

/** A mark without its end takes itself away and nothing else: a page that was cut is not emptied by it. */
function withoutBetween(html: string, from: string, to: string): string {
  const low = lower(html)
  let kept = ''
  let at = 0
  for (let begin = low.indexOf(from); begin !== -1; begin = low.indexOf(from, at)) {
    const end = low.indexOf(to, begin)
    kept += html.slice(at, begin)
    at = end === -1 ? begin + from.length : end + to.length
    if (end === -1) break
  }
  return kept + html.slice(at)
}

const headEnd = '<!-- end wayback rewrite js include -->'
const headBegin = /<script\b[^<>]{0,500}?(?:archive\.org\/(?:includes|_static)|\/_static\/js\/)/

/** What Wayback puts there is a few thousand characters; what is longer is the page's. */
const longestHead = 20_000

/** Wayback's own scripts and styles stand first in the head and end with a mark. */
function withoutHead(html: string): string {
  const low = lower(html)
  const end = low.indexOf(headEnd)
  if (end === -1) return html
  const from = Math.max(0, end - longestHead)
  const begin = low.slice(from, end).search(headBegin)
  return html.slice(0, begin === -1 ? end : from + begin) + html.slice(end + headEnd.length)
}

const ownScript =
  /__wm\.|_wombat|_____wb\$wombat|wombat\.js|wbinfo\b|rufflepplayer|archive\.org\/(?:includes|_static)|["'=]\/_static\/|\/\/web-static\.archive\.org\//
const ownComment =
  /file archived on .{0,100}retrieved from the|playback timings \(ms\)|wayback rewrite js include|wayback toolbar|wb insert/s

/** Walks over tags, comments, scripts and styles; what is text between them is passed on as it is. */
function withoutOwn(html: string, archive: ArchivePlace | null): string {
  const low = lower(html)
  const back = archive === null ? (text: string) => text : linksBack(archive)
  const kept: string[] = []
  let at = 0
  for (let open = low.indexOf('<'); open !== -1; open = low.indexOf('<', at)) {
    const end = endOf(low, open)
    kept.push(html.slice(at, open))
    if (!isOwn(low.slice(open, end))) kept.push(back(html.slice(open, end)))
    at = end
  }
  return kept.join('') + html.slice(at)
}

function isOwn(piece: string): boolean {
  if (piece.startsWith('<!--')) return ownComment.test(piece.slice(0, 2000))
  if (piece.startsWith('<script')) return ownScript.test(piece)
  if (piece.startsWith('<link')) return /archive\.org\/_static\/|["'=]\/_static\//.test(piece)
  return false
}

/** Where the piece ends that begins with a `<`: a comment, a tag, a script or style with all it holds. */
function endOf(low: string, open: number): number {
  if (low.startsWith('<!--', open)) return after(low, '-->', open + 4)
  if (!/[a-z/!?]/.test(low[open + 1] ?? '')) return open + 1
  const end = tagEnd(low, open)
  const raw = (['script', 'style'] as const).find((name) => startsTag(low, open, name))
  if (raw === undefined) return end
  const close = low.indexOf(`</${raw}`, end)
  return close === -1 ? low.length : tagEnd(low, close)
}

const startsTag = (low: string, open: number, name: string): boolean =>
  low.startsWith(name, open + 1) && /[\s/>]/.test(low[open + 1 + name.length] ?? '')

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? text.length : found + mark.length
}

/** The `>` that no quote holds. */
function tagEnd(text: string, open: number): number {
  let quote = ''
  for (let at = open + 1; at < text.length; at++) {
    const sign = text[at]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return at + 1
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(text[at - 1]!)) quote = sign
  }
  return text.length
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`)

/** `https://host/web/20200101000000im_/` before an address, in full, without scheme or host, with slashes escaped or not. */
function linksBack({ host, path }: ArchivePlace): (text: string) => string {
  const slash = String.raw`\\?/`
  const name = escaped(host)
  const folder = path.split('/').map(escaped).join(slash)
  const rewriting = String.raw`(?:(?:https?:)?${slash}${slash}${name}(?::80|:443)?|(?<![\w.:/-]))${folder}\d{4,14}(?:[a-z]{2}_)?${slash}`
  const scheme = `(?:https?:|ftp:|mailto:|javascript:|data:|tel:|${slash}${slash})`
  const pattern = new RegExp(`${rewriting}((?:${rewriting})?)(?=${scheme})`, 'gi')
  return (text) => text.replace(pattern, '$1')
}
