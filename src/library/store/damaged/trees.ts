import { cellAt, treePage, type Value } from './cells.ts'
import type { Pages } from './pages.ts'

/** The pages of a file, sorted by the table or index they belong to. */
export interface Trees {
  /** The pages that hold entries, by the name of the table or index. */
  readonly pages: ReadonlyMap<string, readonly number[]>
  /** Pages that no tree leads to any more though they are in use; empty where every tree is whole. */
  readonly loose: readonly number[]
  /** How many pages of trees could not be read. */
  readonly unreadable: number
}

/**
 * Follows every table and index from its root. Where a page on the way cannot be read, what lay below it is found by
 * looking at all pages that are neither reached nor free: an entry never depends on the pages above it.
 */
export function findTrees(pages: Pages): Trees {
  const walk = new Walk(pages)
  walk.follow(1, 'sqlite_schema')
  for (const [name, root] of roots(pages, walk.found.get('sqlite_schema') ?? [])) walk.follow(root, name)
  return { pages: walk.found, loose: walk.unreadable > 0 ? loosePages(pages, walk) : [], unreadable: walk.unreadable }
}

/** How many entries a table has, as far as its pages can be read; null where there is no such table. */
export function countEntries(pages: Pages, table: string): number | null {
  const walk = new Walk(pages)
  walk.follow(1, 'sqlite_schema')
  const root = roots(pages, walk.found.get('sqlite_schema') ?? []).find(([name]) => name === table)
  if (root === undefined) return null
  walk.follow(root[1], table)
  return (walk.found.get(table) ?? []).reduce((sum, page) => sum + (readTreePage(pages, page)?.offsets.length ?? 0), 0)
}

class Walk {
  readonly found = new Map<string, number[]>()
  readonly seen = new Set<number>()
  unreadable = 0
  readonly #pages: Pages

  constructor(pages: Pages) {
    this.#pages = pages
  }

  follow(root: number, name: string): void {
    const holding: number[] = []
    this.found.set(name, holding)
    const next = [root]
    for (let number = next.pop(); number !== undefined; number = next.pop()) {
      if (this.seen.has(number)) continue
      const page = readTreePage(this.#pages, number)
      if (page === undefined) {
        this.unreadable += 1
        continue
      }
      this.seen.add(number)
      if (page.kind !== 'table') holding.push(number)
      next.push(...page.below)
    }
  }
}

/** A page that is no part of a tree, or that the disk cannot read, is undefined. */
export function readTreePage(pages: Pages, number: number): ReturnType<typeof treePage> {
  try {
    return treePage(pages, number)
  } catch {
    return undefined
  }
}

function roots(pages: Pages, schema: readonly number[]): [name: string, root: number][] {
  return schema.flatMap((number) =>
    entriesOf(pages, number).flatMap(([, name, , root]): [string, number][] =>
      typeof name === 'string' && typeof root === 'number' && root > 0 ? [[name, root]] : []
    )
  )
}

/** The values of every entry on a page that can be read. */
export function entriesOf(pages: Pages, number: number): (readonly Value[])[] {
  const page = readTreePage(pages, number)
  return page?.offsets.flatMap((offset) => [cellAt(pages, page, offset)?.values ?? []]) ?? []
}

function loosePages(pages: Pages, { seen }: Walk): number[] {
  const free = freePages(pages)
  const all = Array.from({ length: pages.count }, (_, i) => i + 1)
  return all.filter((number) => !seen.has(number) && !free.has(number) && holdsEntries(pages, number))
}

const holdsEntries = (pages: Pages, number: number): boolean => {
  const kind = readTreePage(pages, number)?.kind
  return kind !== undefined && kind !== 'table'
}

/** Pages not in use, which may still hold what was deleted (section 1.5 of the format). */
function freePages(pages: Pages): Set<number> {
  const free = new Set<number>()
  try {
    let trunk = pages.read(1).readUInt32BE(32)
    while (trunk !== 0 && !free.has(trunk)) {
      free.add(trunk)
      const page = pages.read(trunk)
      const leaves = Math.min(page.readUInt32BE(4), pages.size / 4 - 2)
      for (let i = 0; i < leaves; i++) free.add(page.readUInt32BE(8 + 4 * i))
      trunk = page.readUInt32BE(0)
    }
  } catch {
    return free
  }
  return free
}
