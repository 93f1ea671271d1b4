import { dirname } from 'node:path/posix'
import { stat } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import type { Found, FormatReader, Opened } from './reader.ts'
import { readWatch } from './changedetection-watch.ts'
import { listWatches } from './changedetection-list.ts'
import { openArchive, openFolder, type Tree } from './tree.ts'
import { beginsAsZip } from './zip.ts'

const settings = ['changedetection.json', 'url-watches.json'] as const
const limits = { depth: 3, files: 1_000_000 }

/**
 * Reads what changedetection.io keeps (its `store/__init__.py` and `model/Watch.py`): the folder of its data, or the ZIP
 * archive that it makes of it. Each watch is an article; each line of its history is what the page showed at a check, as
 * text from which the watch's filters took what they were told to.
 */
export const changedetectionReader: FormatReader = {
  format: 'changedetection/1',
  fits: async (file) => (await rootOf(file)) !== undefined,
  async *read(file, { signal }) {
    const root = (await rootOf(file))!
    const tree = file.isFolder ? await openFolder(file.path, limits) : await openArchive(file.path)
    try {
      const addresses = new Set<string>()
      for await (const watch of listWatches(tree, root)) {
        signal.throwIfAborted()
        if ('kind' in watch) yield watch
        else yield* readWatch(tree, watch, addresses)
      }
      yield* otherHistories(tree)
    } finally {
      tree.close()
    }
  }
}

/** The folder inside in which the data lie; undefined where it is none of changedetection.io's. */
async function rootOf({ path, isFolder, head }: Opened): Promise<string | undefined> {
  if (isFolder) {
    const found = await Promise.all(settings.map((name) => isFile(joinPath(path, name))))
    return found.includes(true) ? '' : undefined
  }
  if (!beginsAsZip(head)) return undefined
  return namesIn(path).catch(() => undefined)
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isFile(),
    () => false
  )

async function namesIn(path: string): Promise<string | undefined> {
  const tree = await openArchive(path)
  try {
    const found = tree.files.find(({ name }) => settings.some((one) => name === one || name.endsWith(`/${one}`)))
    return found === undefined ? undefined : dirname(found.name) === '.' ? '' : dirname(found.name)
  } finally {
    tree.close()
  }
}

/** Histories of other kinds of check: prices, pictures. */
function* otherHistories(tree: Tree): Generator<Found> {
  const other = tree.files.filter(({ name }) => /(?:^|\/)history-[^/]+\.txt$/.test(name))
  for (const { name } of other)
    yield { kind: 'refused', record: name, code: 'not-a-page', detail: 'the history of a check that is not of text' }
}
