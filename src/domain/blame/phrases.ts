import { claim, none, type Ledger, type PartOf, type Place, type WrittenBlock } from './written.ts'

/** So many words in a row that are the same are the same words, although the sentence around them is not. */
const phrase = 6

/** Neighbouring words of a block. */
type Run = readonly Place[]

/** Passes threads of words that left to the same words in the same order, wherever they stand: part of a sentence moved. */
export function adoptPhrases(ledger: Ledger, olds: readonly PartOf[], news: readonly WrittenBlock[]): void {
  const open = news.flatMap((block) => runsOf({ block, part: block.text }, (thread) => thread === none))
  if (open.length === 0) return
  const isFree = (thread: number) => ledger.threads.isFree(thread, ledger.revision)
  const index = indexOf(olds.flatMap((each) => runsOf(each, isFree)))
  for (const run of open) {
    for (let at = 0; at + phrase <= run.length;) at += Math.max(1, adoptAt(ledger, index, { run, at }))
  }
}

/** The stretches of at least a phrase in which every thread suits. */
function runsOf({ block, part }: PartOf, suits: (thread: number) => boolean): Run[] {
  const runs: Place[][] = [[]]
  for (const at of part.units) {
    if (suits(block.threads[at]!)) runs.at(-1)!.push({ block, at })
    else if (runs.at(-1)!.length > 0) runs.push([])
  }
  return runs.filter((run) => run.length >= phrase)
}

interface Spot {
  readonly run: Run
  readonly at: number
}

/** Where each phrase begins, by its hash; of equal ones the first. */
function indexOf(runs: readonly Run[]): Map<number, Spot> {
  const index = new Map<number, Spot>()
  for (const run of runs) {
    for (let at = 0; at + phrase <= run.length; at++) {
      const hash = hashAt({ run, at })
      if (!index.has(hash)) index.set(hash, { run, at })
    }
  }
  return index
}

function hashAt({ run, at }: Spot): number {
  let hash = 0
  for (let step = 0; step < phrase; step++) hash = Math.imul(hash, 31) + idAt(run[at + step]!)
  return hash | 0
}

function idAt({ block, at }: Place): number {
  return block.text.passage.ids[at]!
}

/** How many words found their threads. */
function adoptAt(ledger: Ledger, index: ReadonlyMap<number, Spot>, { run, at }: Spot): number {
  const found = index.get(hashAt({ run, at }))
  if (found === undefined || found.run[0]!.block.piece.group !== run[0]!.block.piece.group) return 0
  const threads: number[] = []
  for (let step = 0; at + step < run.length && found.at + step < found.run.length; step++) {
    const from = found.run[found.at + step]!
    const thread = from.block.threads[from.at]!
    if (idAt(from) !== idAt(run[at + step]!) || !ledger.threads.isFree(thread, ledger.revision)) break
    threads.push(thread)
  }
  if (threads.length < phrase) return 0
  threads.forEach((thread, step) => claim(ledger, run[at + step]!, thread))
  return threads.length
}
