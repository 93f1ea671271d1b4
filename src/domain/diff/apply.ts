import type { Comparison, Hunk, Run } from './comparison.ts'

/**
 * Rebuilds the block texts of the newer revision from those of the older, the hunks and the texts of the added blocks in
 * their order; nothing else of the newer revision is looked at. Throws where a hunk does not fit the older texts.
 */
export function applyForward(comparison: Comparison, older: readonly string[], added: readonly string[]): string[] {
  return rebuild(comparison, { source: older, extra: added, forward: true })
}

/** Rebuilds the block texts of the older revision, likewise, from the newer and the removed ones. */
export function applyBackward(comparison: Comparison, newer: readonly string[], removed: readonly string[]): string[] {
  return rebuild(comparison, { source: newer, extra: removed, forward: false })
}

interface Material {
  readonly source: readonly string[]
  readonly extra: readonly string[]
  readonly forward: boolean
}

interface Places {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly runs: readonly Run[] | null
}

function rebuild({ hunks }: Comparison, { source, extra, forward }: Material): string[] {
  const target: string[] = []
  const used = new Set<number>()
  const unused = [...extra]
  for (const hunk of hunks) {
    const { from, to, runs } = placesOf(hunk, forward)
    const texts = from.map((at) => take(source, used, at))
    const made =
      from.length === 0
        ? unused.splice(0, to.length)
        : runs === null
          ? texts
          : retell(texts, runs, { forward, into: to.length })
    if (to.length > 0 && made.length !== to.length) throw new Error(`${hunk.op} makes ${made.length} of ${to.length}`)
    to.forEach((at, index) => place(target, at, made[index]!))
  }
  if (used.size !== source.length || unused.length > 0) throw new Error('Some blocks stand in no hunk')
  return target
}

function placesOf(hunk: Hunk, forward: boolean): Places {
  const list = (value: number | readonly number[]) => (typeof value === 'number' ? [value] : value)
  if (hunk.op === 'moved-away') return { from: [], to: [], runs: null }
  const old = 'old' in hunk ? list(hunk.old) : []
  const newer = 'new' in hunk ? list(hunk.new) : []
  const runs = 'runs' in hunk ? hunk.runs : null
  return forward ? { from: old, to: newer, runs } : { from: newer, to: old, runs }
}

function take(source: readonly string[], used: Set<number>, at: number): string {
  const text = source[at]
  if (text === undefined || used.has(at)) throw new Error(`Block ${at} is missing or stands in two hunks`)
  used.add(at)
  return text
}

function place(target: string[], at: number, text: string): void {
  if (target[at] !== undefined) throw new Error(`Block ${at} is made twice`)
  target[at] = text
}

/** Reads the runs in one direction, holding them against the texts they claim to be about. */
function retell(texts: readonly string[], runs: readonly Run[], { forward, into }: { forward: boolean; into: number }) {
  const side = (wanted: 'old' | 'new') => runs.map((run) => textOn(run, wanted)).join('')
  if (side(forward ? 'old' : 'new') !== texts.join('\n')) throw new Error('The runs do not fit the text')
  const made = side(forward ? 'new' : 'old')
  return into > 1 ? made.split('\n') : [made]
}

function textOn(run: Run, wanted: 'old' | 'new'): string {
  if (run.op === 'same') return run[wanted]
  return (run.op === 'removed') === (wanted === 'old') ? run.text : ''
}
