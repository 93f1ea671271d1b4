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
  return writer.runs
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
    this.#write({ op: 'removed', text: (leads ? oldBefore : '') + removed + (trails ? oldAfter : ''), edit })
    this.#write({ op: 'added', text: (leads ? newBefore : '') + added + (trails ? newAfter : ''), edit })
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
    const last = this.runs.at(-1)
    if (old === '' && newer === '') return
    if (last?.op === 'same')
      this.runs[this.runs.length - 1] = { op: 'same', old: last.old + old, new: last.new + newer }
    else this.runs.push({ op: 'same', old, new: newer })
  }

  #write(run: Run & { readonly op: 'removed' | 'added' }): void {
    if (run.text !== '') this.runs.push(run)
  }
}

/** Whether what comes or goes takes the space before it: where the space that stays is like the one after it. */
function ownsSpaceBefore(kept: string, before: string, after: string): boolean {
  return (kept === '') !== (before === '') && (kept === '') === (after === '')
}
