import { writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Content } from '../../domain/revision.ts'
import type { Received } from './document.ts'
import { openFile } from './open-file.ts'
import { FileRefusal } from './read-file.ts'
import type { Found, Reading } from './reader.ts'

/** The text of one file. */
interface OneText {
  readonly content: Content
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl'
  readonly received: Received
}

/** Reads bytes from inside of something larger, as a file with such a name would be read. Throws `FileRefusal`. */
export type ReadOne = (bytes: Uint8Array, name: string) => Promise<OneText>

/** They are written to a folder of the import's own, under a name of ours: only how the name ends is taken over. */
export async function oneFileReader(how: Reading): Promise<ReadOne> {
  const folder = await how.scratch()
  // The registry names the readers that ask for this one.
  const { readerFor } = await import('./readers.ts')
  return async (bytes, name) => {
    const path = join(folder, `text${/^\.\w{1,10}$/.exec(extname(name))?.[0] ?? ''}`)
    await writeFile(path, bytes)
    const file = await openFile(path)
    const reader = await readerFor(file)
    for await (const found of reader.read(file, how)) {
      const text = textOf(found)
      if (text !== undefined) return { ...text, received: { extractor: reader.format, ...text.received } }
    }
    throw new FileRefusal('no-article')
  }
}

function textOf(found: Found): OneText | undefined {
  if (found.kind === 'loose') return found.loose
  if (found.kind !== 'document') return undefined
  const { states, facts } = found.document
  const shown = states.find(({ content }) => content !== null)
  if (shown === undefined) return undefined
  return { content: shown.content!, lang: facts.lang, dir: facts.dir, received: shown.received ?? {} }
}
