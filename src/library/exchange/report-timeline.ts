import type { ExportWord } from '../../contract/exporting.ts'
import type { Capture } from '../../domain/capture.ts'
import { escaped, section } from './html-text.ts'
import { windowWords, type PairFacts, type Saying, type WrittenVersion } from './pair-facts.ts'

/** Rows of a table that a person still reads; what is left out is counted. */
const mostRows = 1000
const [width, height, edge, axis] = [704, 92, 28, 44]
/** Versions that stand closer than this have no label of their own, in pixels. */
const labelRoom = 44

/** When versions and failed checks were seen, as a drawing without any script, and every observation as a table. */
export function timeline(facts: PairFacts, saying: Saying): string {
  const { say } = saying
  const drawing = `<figure>${drawn(facts, saying)}<figcaption>${escaped(say('timelineHelp'))}</figcaption></figure>`
  const table = `<h3>${escaped(say('observations'))}</h3>\n<p>${escaped(say('observationsHelp'))}</p>\n${observations(facts, saying)}`
  return section(say('timeline'), `${drawing}\n${table}`)
}

interface Mark {
  readonly at: string
  readonly version: WrittenVersion | null
}

/** Where marks stand: a long pause takes less room than its time, so that close ones can be told apart. */
function placesOf(marks: readonly Mark[]): number[] {
  const gaps = marks.slice(1).map(({ at }, i) => Math.sqrt(Math.max(0, Date.parse(at) - Date.parse(marks[i]!.at))) + 1)
  const whole = gaps.reduce((sum, gap) => sum + gap, 0)
  const least = Math.min(14, (width - 2 * edge) / (2 * Math.max(1, gaps.length)))
  const rest = width - 2 * edge - least * gaps.length
  let x = edge
  return marks.map((_, i) => (x += i === 0 ? 0 : least + (rest * gaps[i - 1]!) / whole))
}

function drawn({ versions, captures, article }: PairFacts, { say }: Saying): string {
  const failed = captures.filter(hasFailed).map(({ at }) => ({ at, version: null }))
  const marks: Mark[] = [...versions.map((version) => ({ at: version.at, version })), ...failed].sort((a, b) =>
    a.at < b.at ? -1 : Number(a.at > b.at)
  )
  const places = placesOf(marks)
  const of = say('timelineOf', String(versions.length), String(failed.length))
  const last = marks.findLastIndex(({ version }) => version !== null)
  let labelled = -Infinity
  const shapes = marks.map(({ version }, i) => {
    const x = places[i]!.toFixed(1)
    if (version === null) return `<circle class="failed" cx="${x}" cy="${axis}" r="5"/>`
    const hasRoom = places[i]! - labelled >= labelRoom && (i === last || places[last]! - places[i]! >= labelRoom)
    if (hasRoom) labelled = places[i]!
    const label = hasRoom
      ? `<text x="${x}" y="${axis + 34}" text-anchor="middle">v${escaped(version.label)}</text>`
      : ''
    return `<circle class="${version.change === null ? 'first' : 'seen'}" cx="${x}" cy="${axis}" r="${radiusOf(version)}"/>${label}`
  })
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(`${of}: ${article.headline}`)}"><line x1="${edge}" y1="${axis}" x2="${width - edge}" y2="${axis}"/>${shapes.join('')}</svg>`
}

/** As large as the reader's own timeline draws it: by the words that changed. */
function radiusOf({ change }: WrittenVersion): string {
  const words = change === null ? 0 : change.wordsAdded + change.wordsRemoved
  return (change === null ? 5 : Math.min(13, 4 + 0.92 * Math.sqrt(words))).toFixed(1)
}

const shows = new Set(['changed', 'unchanged', 'not-modified', 'extraction-changed'])
const hasFailed = ({ outcome }: Capture): boolean => !shows.has(outcome)

function observations({ versions, captures }: PairFacts, saying: Saying): string {
  const { say } = saying
  const byId = new Map(versions.map((version) => [version.id, version]))
  const rows = captures.slice(0, mostRows).map((capture) => {
    const version = capture.revision === null ? undefined : byId.get(capture.revision)
    return `<tr><td>${escaped(timeWords(capture, saying))}</td><td>${what(capture, version, saying)}</td><td class="number">${capture.count}</td></tr>`
  })
  const head = `<tr>${(['time', 'what', 'times'] as const).map((word) => `<th scope="col">${escaped(say(word))}</th>`).join('')}</tr>`
  const left = captures.length - rows.length
  const more = left === 0 ? '' : `<p>${escaped(say('more', String(left)))}</p>`
  return `<table>\n<thead>${head}</thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>${more}`
}

const timeWords = ({ at, until }: Capture, { moment }: Saying): string =>
  at === until ? moment(at) : `${moment(at)} – ${moment(until)}`

function what({ outcome, status, error }: Capture, version: WrittenVersion | undefined, saying: Saying): string {
  if (version !== undefined) return `<b>v${escaped(version.label)}</b>, ${escaped(windowWords(saying, version))}`
  const word: ExportWord = `outcome-${outcome}`
  const details = [status === null || status < 400 ? '' : `HTTP ${status}`, error ?? ''].filter((part) => part !== '')
  const said = details.length === 0 ? '' : ` <small dir="auto">(${escaped(details.join(', '))})</small>`
  return `${escaped(saying.say(word))}${said}`
}
