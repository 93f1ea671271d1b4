import { oneFileReader } from './one-file.ts'
import type { FormatReader, Found, Opened, Reading } from './reader.ts'
import { documentsOf } from './git/documents.ts'
import { fileHistories } from './git/histories.ts'
import { gitFolderOf, openRepository, type Repository } from './git/repository.ts'
import { headMessages, isRecord, readSaid, serviceOf } from './git/terms-archive.ts'

const isText = (path: string): boolean => /\.(?:md|markdown|txt|x?html?)$/i.test(path)

/**
 * Reads git repositories, with a working tree or bare: every text, Markdown or HTML file is an article, every commit of
 * the checked-out branch that changed it a version.
 */
export const gitReader: FormatReader = {
  format: 'git/1',
  fits: ({ isFolder, path }) => isFolder && gitFolderOf(path) !== undefined,
  read: (file, how) =>
    withRepository(file, how, {
      wants: isText,
      saidBy: () => ({ url: null, isReadAnew: false }),
      sourceOf: (repository) => repository.name
    })
}

/**
 * Reads repositories of Open Terms Archive (its engine, `repositories/git/dataMapper.js`): of snapshots, pages as they
 * were received, or of versions, what its own extractor made of them. A version that a better extractor made of the same
 * snapshot is no edit.
 */
export const termsArchiveReader: FormatReader = {
  format: 'ota/1',
  fits: async (file) => file.isFolder && gitFolderOf(file.path) !== undefined && (await isTermsArchive(file)),
  read: (file, how) =>
    withRepository(file, how, {
      wants: (path) => isText(path) && serviceOf(path) !== null,
      saidBy: readSaid,
      sourceOf: (repository, path) => serviceOf(path) ?? repository.name
    })
}

type Kind = Pick<Parameters<typeof documentsOf>[1], 'saidBy' | 'sourceOf'> & {
  readonly wants: (path: string) => boolean
}

async function* withRepository(file: Opened, how: Reading, { wants, ...kind }: Kind): AsyncGenerator<Found> {
  const repository = await openRepository(file.path)
  try {
    const { files, unsafe, refused } = await fileHistories({ repository, wants, signal: how.signal })
    for (const { commit, why } of refused) yield { kind: 'refused', record: commit, code: why.code, detail: why.detail }
    for (const name of unsafe)
      yield { kind: 'refused', record: name, code: 'unsafe', detail: 'a name that no file may have' }
    const readOne = await oneFileReader(how)
    const addresses = new Set<string>()
    for (const one of files) yield* documentsOf(one, { repository, how, readOne, addresses, ...kind })
  } finally {
    repository.objects.close()
  }
}

/**
 * Whether the newest commits are worded as Open Terms Archive words them. Why a repository cannot be read, the reader of
 * all others says.
 */
async function isTermsArchive({ path }: Opened): Promise<boolean> {
  let repository: Repository | undefined
  try {
    repository = await openRepository(path)
    const messages = await headMessages(repository, 20)
    return messages.filter(isRecord).length * 2 > messages.length
  } catch {
    return false
  } finally {
    repository?.objects.close()
  }
}
