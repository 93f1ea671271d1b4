import type { Life } from './histories.ts'

/** A schedule: what it remembers, and when it looks again (ms since 1970; Infinity: never). */
export interface Policy<Memory> {
  readonly name: string
  readonly first: (at: number, born: number) => Memory
  readonly after: (memory: Memory, at: number, changed: boolean) => Memory
  readonly next: (memory: Memory) => number
}

export interface Watched {
  readonly requests: number
  readonly edits: number
  /** Versions that stood at a check and differed from what the check before had shown. */
  readonly caught: number
  /** From each edit to the first check after it, in ms; Infinity where none came: also of edits that were overwritten before. */
  readonly delays: readonly number[]
}

/** Watches one article for so long from its first state; the first look, at `born + phase`, is the first request. */
export function watch<M>(
  policy: Policy<M>,
  life: Life,
  { span, phase }: { readonly span: number; readonly phase: number }
): Watched {
  const { states } = life
  const born = states[0]!.at
  const delays: number[] = []
  let shown = latest(states, 0, born + phase)
  for (let n = 1; n <= shown; n++) delays.push(born + phase - states[n]!.at)
  let memory = policy.first(born + phase, born)
  let requests = 1
  let caught = 0
  for (let at = policy.next(memory); at <= born + span; at = policy.next(memory)) {
    requests++
    const now = latest(states, shown, at)
    for (let n = shown + 1; n <= now; n++) delays.push(at - states[n]!.at)
    const changed = states[now]!.text !== states[shown]!.text
    caught += Number(changed)
    shown = now
    memory = policy.after(memory, at, changed)
  }
  for (let n = shown + 1; n < states.length; n++) delays.push(Infinity)
  return { requests, edits: states.length - 1, caught, delays }
}

function latest(states: Life['states'], from: number, at: number): number {
  let n = from
  while (n + 1 < states.length && states[n + 1]!.at <= at) n++
  return n
}

/** A number from 0 to below 1 that belongs to a name: FNV-1a, mixed. */
export function share(name: string): number {
  let hash = 0x811c9dc5
  for (let n = 0; n < name.length; n++) hash = Math.imul(hash ^ name.charCodeAt(n), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}
