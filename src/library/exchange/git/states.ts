import type { State } from '../document.ts'
import type { ReadOne } from '../one-file.ts'
import { pageState } from '../page-state.ts'
import { FileRefusal } from '../read-file.ts'
import type { Found, Reading } from '../reader.ts'
import type { Commit } from './commit.ts'
import { readCommit, type FileHistory, type FileVersion } from './histories.ts'
import type { Repository } from './repository.ts'

/** What a commit says of the text that it wrote, in repositories whose commits do. */
export interface Said {
  readonly url: string | null
  /** The text is another only because it was read in another way. */
  readonly isReadAnew: boolean
}

export interface StatesOptions {
  readonly repository: Repository
  readonly how: Reading
  readonly readOne: ReadOne
  readonly saidBy: (commit: Commit) => Said
}

/** A state with what only its page tells. */
export interface FileState {
  readonly state: State
  readonly lang: string | null
  readonly dir: 'ltr' | 'rtl' | null
  readonly url: string | null
}

type Refused = Extract<Found, { kind: 'refused' }>

/**
 * The states of one file, in the order of the commits. Each is of the time when its author wrote it; where that contradicts
 * the order (a branch that was rebased), of the time of its commit, and where that does too, a millisecond after the one before.
 */
export async function* statesOf(file: FileHistory, options: StatesOptions): AsyncGenerator<FileState | Refused> {
  let last = 0
  for (const version of file.versions) {
    options.how.signal.throwIfAborted()
    try {
      const commit = (await readCommit(options.repository, version.commit))!
      const at = [commit.author.at, commit.committer.at].find((time) => time > last) ?? last + 1
      yield await stateOf(version, commit, new Date(at).toISOString(), options)
      last = at
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error
      const record = `${version.commit}:${version.path}`
      yield { kind: 'refused', record, code: error.code, detail: error.detail }
    }
  }
}

async function stateOf(
  { commit: id, path, blob }: FileVersion,
  commit: Commit,
  at: string,
  { repository, how, readOne, saidBy }: StatesOptions
): Promise<FileState> {
  // As git itself names the text of a file in a commit.
  const original = { id: `${id}:${path}`, time: commit.author.text }
  const seen = { at, until: at, count: 1, status: null, error: null, original } as const
  if (blob === null) return { state: { ...seen, outcome: 'gone', content: null }, lang: null, dir: null, url: null }
  const bytes = await repository.objects.read(blob, 'blob')
  if (bytes === undefined) throw new FileRefusal('needs-files', `the text ${blob}`)
  const { url, isReadAnew } = saidBy(commit)
  if (isPage(path)) return ofPage(how, bytes, { url: url ?? '', at, original })
  const { content, lang, dir, received } = await readOne(bytes, path)
  const outcome = isReadAnew ? 'extraction-changed' : 'changed'
  return { state: { ...seen, outcome, content, received: { ...received, body: bytes } }, lang, dir, url }
}

const isPage = (path: string): boolean => /\.x?html?$/i.test(path)

async function ofPage(
  how: Reading,
  body: Buffer,
  { url, at, original }: { readonly url: string; readonly at: string; readonly original: State['original'] }
): Promise<FileState> {
  const headers = { 'content-type': 'text/html' }
  const { state, page } = await pageState(how, { body, url, at, status: 200, headers, original })
  const shown = { ...state, status: null, received: { ...state.received, headers: null } }
  return { state: shown, lang: page?.lang ?? null, dir: page?.dir ?? null, url: url === '' ? null : url }
}
