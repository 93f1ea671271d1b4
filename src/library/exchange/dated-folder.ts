import { basename, dirname, extname, join } from 'node:path'
import { openFile } from './open-file.ts'
import { withoutTime } from './order.ts'
import { FileRefusal } from './read-file.ts'
import type { Found, FormatReader, Reading } from './reader.ts'
import { openFolder } from './tree.ts'

const limits = { depth: 10, files: 100_000 }
/** Texts wait in memory until it is known which belong together. In bytes. */
const mostTexts = 100_000_000
/** Each file that no name puts together with others is compared with all of them. */
const mostAlone = 2000

/**
 * Reads folders of saved files, each as it would be read alone. Files of one folder whose names differ by a date or a
 * number and by nothing else are states of one article; others are put together by how like they are.
 */
export const datedFolderReader: FormatReader = {
  format: 'dated-folder/1',
  fits: ({ isFolder }) => isFolder,
  async *read({ path, name }, how) {
    const { files } = await openFolder(path, limits)
    if (files.length === 0) throw new FileRefusal('empty')
    const groups = groupsOf(files.map((file) => file.name))
    const room = { bytes: mostTexts, alone: mostAlone }
    for (const file of files) {
      how.signal.throwIfAborted()
      const named = { name: file.name, folder: name, group: groups.get(file.name) }
      for await (const found of readFile(join(path, ...file.name.split('/')), named, how))
        yield fits(found, room) ? found : { kind: 'refused', record: file.name, code: 'too-large', detail: tooMany }
    }
  }
}

const tooMany = 'more texts than are taken of one folder at once; its folders can be brought in one by one'

/** Whether there is room for a text that waits; takes it up. */
function fits(found: Found, room: { bytes: number; alone: number }): boolean {
  if (found.kind !== 'loose') return true
  const { group, received } = found.loose
  room.bytes -= received.body?.length ?? 0
  if (group === undefined) room.alone--
  return room.bytes >= 0 && room.alone >= 0
}

interface Named {
  /** Within the folder. */
  readonly name: string
  readonly folder: string
  readonly group: string | undefined
}

async function* readFile(path: string, named: Named, how: Reading): AsyncGenerator<Found> {
  const record = named.name
  // The registry names this reader.
  const { readerFor } = await import('./readers.ts')
  try {
    const file = await openFile(path)
    if (file.isFolder) throw new FileRefusal('folder')
    const reader = await readerFor(file)
    if (reader.format === 'plain-text/1' && !isTextName(named.name)) throw new FileRefusal('unknown-format')
    for await (const found of reader.read(file, how)) yield within(found, named, reader.format)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    yield { kind: 'refused', record, code: error.code, detail: error.detail }
  }
}

/** Every list, script and style sheet beside the texts is a text too. */
const isTextName = (name: string): boolean => /^(?:|\.te?xt|\.asc|\.rst)$/i.test(extname(name))

/** What one file holds, under its name in the folder: two folders may have files of one name. */
function within(found: Found, { name, folder, group }: Named, format: string): Found {
  if (found.kind === 'refused') return { ...found, record: `${name}: ${found.record}` }
  if (found.kind !== 'loose') return found
  const { loose } = found
  const received = { extractor: format, ...loose.received }
  const named = group === undefined ? undefined : `${folder}/${group}`
  return { kind: 'loose', loose: { ...loose, name: `${folder}/${name}`, received, group: named } }
}

/** For files that have fellows: what is left of their names without date, number and ending. */
function groupsOf(names: readonly string[]): Map<string, string> {
  const stems = names.map((name) => [name, stemOf(name)] as const)
  const sizes = Map.groupBy(stems, ([, stem]) => stem)
  return new Map(stems.flatMap(([name, stem]) => (stem !== null && sizes.get(stem)!.length > 1 ? [[name, stem]] : [])))
}

/** Null for a name that neither a date nor a number of a version tells from others. */
function stemOf(name: string): string | null {
  const bare = basename(name, extname(name))
  const stem = withoutTime(bare)
  return stem === null ? null : `${dirname(name)}/${stem}`
}
