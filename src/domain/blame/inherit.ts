import type { Site } from '../diff/sites.ts'
import { sitesBetween } from '../diff/words.ts'
import { give, passCorrections, type Replaced } from './inherit-corrected.ts'
import { wordsIn, type Stretch } from './stretch.ts'
import type { Ledger } from './written.ts'

/** The two texts between which threads are passed on. `oneSentence`: a headline or a single sentence. */
export interface Heirs {
  readonly older: Stretch
  readonly newer: Stretch
  readonly oneSentence: boolean
}

/**
 * Passes threads from the words of the older text to those that a comparison calls the same in the newer, and to
 * corrected ones. Words that already have a thread keep it.
 */
export function passOn(ledger: Ledger, heirs: Heirs): void {
  const pair = { older: heirs.older.passage, newer: heirs.newer.passage }
  const sites = sitesBetween(pair, heirs.oneSentence, ledger.budget)
  for (const run of runsBetween(sites, pair.older.items.length)) {
    if (isStray(heirs, run)) continue
    for (let step = 0; step < run.length; step++) {
      give(ledger, heirs.older.places[run.old + step]!, heirs.newer.places[run.new + step]!)
    }
  }
  for (const site of sites) passCorrections(ledger, replacedAt(heirs, site), site.sentence)
}

/** Items that are equal, with the changes before and after them. */
interface SameRun {
  readonly old: number
  readonly new: number
  readonly length: number
  readonly beside: readonly Site[]
}

function runsBetween(sites: readonly Site[], items: number): SameRun[] {
  let at = { old: 0, new: 0 }
  return [...sites, null].map((site, index) => {
    const beside = [sites[index - 1], site].filter((each) => each !== null && each !== undefined)
    const run = { ...at, length: (site?.oldFrom ?? items) - at.old, beside }
    if (site !== null) at = { old: site.oldTo, new: site.newTo }
    return run
  })
}

/** A run of up to so many words may be there by chance. */
const short = 2
/** By chance, if both sides of the changes beside it have so many times its words. */
const outweighed = 3

/** Whether a few ordinary words are all that is left between changes: they belong to the new sentence. */
function isStray({ older, newer }: Heirs, run: SameRun): boolean {
  const words = older.passage.items.slice(run.old, run.old + run.length).filter(({ kind }) => kind === 'word')
  if (words.length === 0 || words.length > short || words.some(({ key }) => isTelling(key))) return false
  const changed = (stretch: Stretch, from: 'oldFrom' | 'newFrom', to: 'oldTo' | 'newTo') =>
    run.beside.reduce((sum, site) => sum + wordsIn(stretch, site[from], site[to]).length, 0)
  const least = Math.min(changed(older, 'oldFrom', 'oldTo'), changed(newer, 'newFrom', 'newTo'))
  return least >= outweighed * words.length
}

/** A word that hardly stands in both texts by chance: a number, a long word, two Chinese characters. */
function isTelling(key: string): boolean {
  if (/\p{N}|^\p{Script=Han}{2}/u.test(key)) return true
  return [...key].length >= (/\p{Lo}/u.test(key) ? 4 : 6)
}

function replacedAt({ older, newer }: Heirs, { oldFrom, oldTo, newFrom, newTo }: Site): Replaced {
  return { olds: wordsIn(older, oldFrom, oldTo), news: wordsIn(newer, newFrom, newTo) }
}
