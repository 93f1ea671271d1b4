import { textOf, type Passage } from './passage.ts'
import type { PassagePair, Site } from './sites.ts'
import type { Run } from './comparison.ts'

/**
 * The runs of a pair of passages that differs at `sites`; the `edit` of a run is, for now, the position of its site.
 * Joining the runs gives both texts exactly; a removed run comes before the added run that replaces it.
 */
export function toRuns(pair: PassagePair, sites: readonly Site[]): Run[] {
  const writer = new RunWriter(pair)
  sites.forEach((site, index) => {
    writer.copyTo(site.oldFrom, site.newFrom)
    writer.change(site, index)
  })
  writer.copyTo(pair.older.items.length, pair.newer.items.length)
  writer.space()
  return joinSame(writer.runs)
}

/** Runs without empty ones, and with those that are the same and stand beside each other as one. */
export function joinSame(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.op !== 'same') joined.push(run)
    else if (run.old === '' && run.new === '') continue
    else if (last?.op === 'same')
      joined[joined.length - 1] = { op: 'same', old: last.old + run.old, new: last.new + run.new }
    else joined.push(run)
  }
  return joined
}

/** Walks both passages at once. A gap is the space before an item; it is written with what comes after it, or before. */
class RunWriter {
  readonly runs: Run[] = []
  readonly #older: Passage
  readonly #newer: Passage
  #old = 0
  #new = 0
  #oldGap = true
  #newGap = true

  constructor({ older, newer }: PassagePair) {
    this.#older = older
    this.#newer = newer
  }

  /** Writes the space that comes next in both texts, if it is still to be written. */
  space(): void {
    this.#same(this.#takeOldGap(), this.#takeNewGap())
  }

  copyTo(old: number, newer: number): void {
    while (this.#old < old && this.#new < newer) {
      this.space()
      this.#same(this.#older.items[this.#old]!.text, this.#newer.items[this.#new]!.text)
      this.#step(this.#old + 1, this.#new + 1)
    }
  }

  change(site: Site, edit: number): void {
    const removed = textOf(this.#older, site.oldFrom, site.oldTo)
    const added = textOf(this.#newer, site.newFrom, site.newTo)
    if (site.newFrom === site.newTo) this.#remove(site, removed, edit)
    else if (site.oldFrom === site.oldTo) this.#add(site, added, edit)
    else this.#replace(site, { removed, added, edit })
  }

  /** Spaces at the edges stay plain, but for one that stands on one side only: that goes or comes with the words. */
  #replace(site: Site, { removed, added, edit }: { removed: string; added: string; edit: number }): void {
    const [oldBefore, newBefore] = [this.#takeOldGap(), this.#takeNewGap()]
    const [oldAfter, newAfter] = [this.#older.gaps[site.oldTo]!, this.#newer.gaps[site.newTo]!]
    const leads = (oldBefore === '') !== (newBefore === '')
    const trails = (oldAfter === '') !== (newAfter === '')
    if (!leads) this.#same(oldBefore, newBefore)
    const kept = keptIn(this.#older, this.#newer, site)
    const [oldLead, newLead] = leads ? [oldBefore, newBefore] : ['', '']
    const [oldTrail, newTrail] = trails ? [oldAfter, newAfter] : ['', '']
    this.#write({ op: 'removed', text: oldLead + removed + oldTrail, edit, ...shifted(kept.old, oldLead.length) })
    this.#write({ op: 'added', text: newLead + added + newTrail, edit, ...shifted(kept.new, newLead.length) })
    this.#step(site.oldTo, site.newTo)
    this.#oldGap = this.#newGap = !trails
  }

  /** A deletion owns the space after it, or the space before it where only that one goes. */
  #remove(site: Site, text: string, edit: number): void {
    const kept = this.#newGap ? this.#newer.gaps[site.newFrom]! : ''
    const before = this.#oldGap ? this.#older.gaps[site.oldFrom]! : ''
    const after = this.#older.gaps[site.oldTo]!
    if (ownsSpaceBefore(kept, before, after)) {
      this.#write({ op: 'removed', text: this.#takeOldGap() + text, edit })
      this.#old = site.oldTo
      this.#oldGap = true
    } else {
      this.space()
      this.#write({ op: 'removed', text: text + after, edit })
      this.#old = site.oldTo
      this.#oldGap = false
    }
  }

  #add(site: Site, text: string, edit: number): void {
    const kept = this.#oldGap ? this.#older.gaps[site.oldFrom]! : ''
    const before = this.#newGap ? this.#newer.gaps[site.newFrom]! : ''
    const after = this.#newer.gaps[site.newTo]!
    if (ownsSpaceBefore(kept, before, after)) {
      this.#write({ op: 'added', text: this.#takeNewGap() + text, edit })
      this.#new = site.newTo
      this.#newGap = true
    } else {
      this.space()
      this.#write({ op: 'added', text: text + after, edit })
      this.#new = site.newTo
      this.#newGap = false
    }
  }

  #step(old: number, newer: number): void {
    this.#old = old
    this.#new = newer
    this.#oldGap = true
    this.#newGap = true
  }

  #takeOldGap(): string {
    const gap = this.#oldGap ? this.#older.gaps[this.#old]! : ''
    this.#oldGap = false
    return gap
  }

  #takeNewGap(): string {
    const gap = this.#newGap ? this.#newer.gaps[this.#new]! : ''
    this.#newGap = false
    return gap
  }

  #same(old: string, newer: string): void {
    this.runs.push({ op: 'same', old, new: newer })
  }

  #write(run: Run & { readonly op: 'removed' | 'added' }): void {
    if (run.text !== '') this.runs.push(run)
  }
}

type Stretches = readonly (readonly [number, number])[]

/** What stands on both sides of a site, as stretches of its two texts. */
function keptIn(older: Passage, newer: Passage, site: Site): { old: Stretches; new: Stretches } {
  const start = { oldTo: site.oldFrom, newTo: site.newFrom }
  const end = { oldFrom: site.oldTo, newFrom: site.newTo }
  const between = [...site.parts, end].map((after, index) => ({ before: site.parts[index - 1] ?? start, after }))
  const kept = between.filter(({ before, after }) => after.oldFrom > before.oldTo)
  return {
    old: kept.map(({ before, after }) => stretch(older, site.oldFrom, [before.oldTo, after.oldFrom])),
    new: kept.map(({ before, after }) => stretch(newer, site.newFrom, [before.newTo, after.newFrom]))
  }
}

/** Where items `from` to `to` stand in the text of a passage from item `start` on. */
function stretch(passage: Passage, start: number, [from, to]: [number, number]): readonly [number, number] {
  const before = textOf(passage, start, from).length + (from > start ? passage.gaps[from]!.length : 0)
  return [before, before + textOf(passage, from, to).length]
}

function shifted(stretches: Stretches, by: number): { kept?: Stretches } {
  return stretches.length === 0 ? {} : { kept: stretches.map(([from, to]) => [from + by, to + by] as const) }
}

/** Whether what comes or goes takes the space before it: where the space that stays is like the one after it. */
function ownsSpaceBefore(kept: string, before: string, after: string): boolean {
  return (kept === '') !== (before === '') && (kept === '') === (after === '')
}
