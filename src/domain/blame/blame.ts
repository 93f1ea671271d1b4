import { newBudget } from '../diff/budget.ts'
import type { Content } from '../revision.ts'
import { passagesOf, type Passage } from './passages.ts'
import { tracing, type Traces } from './traces.ts'
import { newWalk, step, type WrittenRevision } from './walk.ts'

/** When words came, left and came back. Numbers are positions in the list of revisions. */
interface Life {
  /** The first revision that holds the words: `held[0][0]`. */
  readonly introduced: number
  /** Inclusive stretches of revisions that hold them, ascending, not touching; more than one: they left and came back. */
  readonly held: readonly (readonly [from: number, to: number])[]
}

/** Where the words of one revision come from, and what became of them. */
export interface Blame extends Traces {
  /** One list for each block of the revision. */
  readonly blocks: readonly (readonly Passage[])[]
  /** No two are equal; in the order in which the revision shows them first. */
  readonly lives: readonly Life[]
  /** The work budget ran out: some words may have come earlier than it says. */
  readonly hitTimeout: boolean
}

/** The most token comparisons to spend on a whole history: some seconds of work at worst, far less as a rule. */
const ordinary = 100_000_000

/**
 * For every passage of the revision at position `target`: the revision that introduced it and those that held it, before
 * and after. Words keep their life where they move, return, or have their spelling or punctuation corrected; a word of
 * which a revision has two is one old and one new. `revisions` are oldest first; `work` is counted as in a comparison.
 * The method follows WikiWho (Flöck and Acosta, 2014). Throws a RangeError where there is no such revision.
 */
export function blame(revisions: readonly Content[], target: number, work?: number): Blame {
  for (const steps = blaming(revisions, target, work); ;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** `blame` one revision a step, for callers that have other things to do in between. */
export function* blaming(
  revisions: readonly Content[],
  target: number,
  work: number = ordinary
): Generator<undefined, Blame> {
  if (revisions[target] === undefined) throw new RangeError(`There is no revision ${target} of ${revisions.length}`)
  const budget = newBudget(0, work)
  const walk = newWalk(budget)
  const written: WrittenRevision[] = []
  for (const content of revisions) {
    written.push(step(walk, content))
    yield
  }
  const lives = newLives()
  const lifeOf = (thread: number) => lives.add(walk.threads.stretches(thread))
  const blocks = written[target]!.blocks.map((block) => passagesOf(block, lifeOf))
  const revisionsWritten = {
    threads: walk.threads,
    blocks: written.map((one) => one.blocks),
    bonds: written.map((one) => one.bonds)
  }
  const traces = yield* tracing(revisionsWritten, target, lifeOf)
  return { blocks, lives: lives.list, ...traces, hitTimeout: budget.exhausted }
}

/** Numbers lives; equal stretches are one life. */
function newLives() {
  const list: Life[] = []
  const known = new Map<string, number>()
  const add = (stretches: readonly number[]) => {
    const key = stretches.join()
    const life = known.get(key) ?? list.push(toLife(stretches)) - 1
    known.set(key, life)
    return life
  }
  return { list: list as readonly Life[], add }
}

function toLife(stretches: readonly number[]): Life {
  const held: [number, number][] = []
  for (let at = 0; at < stretches.length; at += 2) held.push([stretches[at]!, stretches[at + 1]!])
  return { introduced: stretches[0]!, held }
}
