import { FileRefusal } from '../read-file.ts'

/** Who did something when, of which only the time is read. */
interface GitTime {
  /** ms since 1970. */
  readonly at: number
  /** As git writes it: seconds since 1970 and the offset of the zone. */
  readonly text: string
}

export interface Commit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: GitTime
  readonly committer: GitTime
  readonly message: string
}

const idLine = /^[0-9a-f]{40}$/

/** Reads a commit (gitformat-commit). Throws `FileRefusal` `damaged`. */
export function parseCommit(bytes: Buffer): Commit {
  const text = bytes.toString('utf8')
  const end = text.indexOf('\n\n')
  const lines = (end === -1 ? text : text.slice(0, end)).split('\n')
  const all = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1))
  const [tree] = all('tree')
  if (tree === undefined || !idLine.test(tree)) throw new FileRefusal('damaged', 'a commit without a tree')
  return {
    tree,
    parents: all('parent').filter((id) => idLine.test(id)),
    author: timeOf(all('author')[0] ?? ''),
    committer: timeOf(all('committer')[0] ?? ''),
    message: end === -1 ? '' : text.slice(end + 2)
  }
}

/** `Name <address> 1700000000 +0100`. Years before 1970 and after 9999 are nobody's. */
function timeOf(line: string): GitTime {
  const text = / (\d{1,12} [+-]\d{4})$/.exec(line)?.[1] ?? ''
  const at = Number.parseInt(text, 10) * 1000
  if (Number.isNaN(at) || at > Date.UTC(9999, 0)) throw new FileRefusal('damaged', 'a commit without a time')
  return { at, text }
}

export interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'other'
  readonly id: string
}

type Entries = Map<string, TreeEntry>

/**
 * The entries in which two trees differ, by name; links and submodules are `other`. What both have alike, nearly all of it
 * from one commit to the next, is passed over as bytes. Throws `FileRefusal` `damaged`.
 */
export function differingEntries(old: Buffer, fresh: Buffer): { readonly old: Entries; readonly fresh: Entries } {
  const found = { old: new Map(), fresh: new Map() } satisfies Record<string, Entries>
  let at = 0
  while (at < old.length && at < fresh.length) {
    const end = endOf(old, at)
    if (endOf(fresh, at) !== end) break
    if (old.compare(fresh, at, end, at, end) !== 0) {
      addEntry(found.old, old, at)
      addEntry(found.fresh, fresh, at)
    }
    at = end
  }
  for (let from = at; from < old.length;) from = addEntry(found.old, old, from)
  for (let from = at; from < fresh.length;) from = addEntry(found.fresh, fresh, from)
  return found
}

/** `<mode> <name>`, a NUL and the 20 bytes of an id. */
function endOf(bytes: Buffer, at: number): number {
  const nul = bytes.indexOf(0, at)
  if (nul === -1 || nul + 21 > bytes.length) throw new FileRefusal('damaged', 'a tree')
  return nul + 21
}

function addEntry(entries: Entries, bytes: Buffer, at: number): number {
  const [blank, end] = [bytes.indexOf(32, at), endOf(bytes, at)]
  if (blank === -1 || blank > end - 21) throw new FileRefusal('damaged', 'a tree')
  const kind = kindOf(bytes.toString('latin1', at, blank))
  entries.set(bytes.toString('utf8', blank + 1, end - 21), { kind, id: bytes.toString('hex', end - 20, end) })
  return end
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (/^0?40000$/.test(mode)) return 'folder'
  return /^100\d{3}$/.test(mode) ? 'file' : 'other'
}

/** A name that no checkout may have: it would leave its folder, or lie among the repository's own files. */
export function isUnsafeName(name: string): boolean {
  return name === '' || name === '.' || name === '..' || /[/\\\p{Cc}]/u.test(name) || /^\.git$/i.test(name)
}
