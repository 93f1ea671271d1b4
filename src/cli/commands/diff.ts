import { existsSync } from 'node:fs'
import { compare } from '../../domain/diff/compare.ts'
import { sentenceMap } from '../../domain/diff/sentence-map.ts'
import type { Comparison } from '../../domain/diff/comparison.ts'
import type { Content } from '../../domain/revision.ts'
import { toJson } from '../../library/exchange/comparison-json.ts'
import { readAnyText } from '../../library/exchange/plain-text.ts'
import { FileRefusal, readTextFile } from '../../library/exchange/read-file.ts'
import { findArticle, findVersion } from '../article.ts'
import { CliError, UsageError } from '../error.ts'
import { withLibrary } from '../library.ts'
import { has, textOf } from '../numbers.ts'
import { redline } from '../redline.ts'
import type { Asked, Run } from '../spec.ts'
import { hasColour, printJson } from '../terminal.ts'
import { refusalWords } from '../words.ts'
import { batch } from './batch.ts'

/** `palimpsest diff OLD NEW`, `palimpsest diff ARTICLE [OLDER NEWER]` and `palimpsest diff --jsonl [FILE...]` */
export const diff: Run = async (asked) => {
  const lang = textOf(asked, 'lang') ?? null
  if (has(asked, 'jsonl')) return batch(asked.args, lang)
  const [first, second, third, ...others] = asked.args
  if (first === undefined || others.length > 0) throw new UsageError('Name two files, or an article.')
  if (second === undefined && existsSync(first)) throw new UsageError(`Name the file to compare "${first}" with.`)
  if (second === undefined || third !== undefined) return diffVersions(asked, first, { older: second, newer: third })
  const older = await readArticle(first)
  const newer = await readArticle(second)
  show(asked, { older, newer, comparison: compare(older, newer, { lang }) })
  return 0
}

interface Compared {
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
}

function show(asked: Asked, { older, newer, comparison }: Compared): void {
  if (has(asked, 'json')) printJson(toJson(comparison, sentenceMap({ older, newer }, comparison)))
  else process.stdout.write(redline(older, newer, comparison, hasColour()))
}

interface Pair {
  readonly older: string | undefined
  readonly newer: string | undefined
}

function diffVersions(asked: Asked, named: string, pair: Pair): Promise<number> {
  return withLibrary(asked, async (library) => {
    const article = await findArticle(library, named)
    const timemap = await library.handlers.timemap({ article: article.id })
    const { revisions } = timemap
    const newer = findVersion(timemap, pair.newer ?? 'newest')
    const before = revisions[revisions.findIndex(({ id }) => id === newer.id) - 1]
    if (pair.older === undefined && before === undefined)
      throw new CliError(`Article ${article.id} has one version only: there is nothing to compare it with.`)
    const older = pair.older === undefined ? before! : findVersion(timemap, pair.older)
    show(asked, await library.handlers.compare({ older: older.id, newer: newer.id }))
    return 0
  })
}

/** A text, or the article on a web page. */
async function readArticle(file: string): Promise<Content> {
  const { text, modifiedAt } = await readTextFile(file).catch((error: unknown) => {
    throw error instanceof FileRefusal ? new CliError(refusalWords(file, error)) : error
  })
  return isPage(text) ? articleOn(file, text, modifiedAt) : readAnyText(text)
}

/** By what it begins with: a text may well speak of tags. */
const isPage = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu.test(
    text.slice(0, 10_000)
  )

/** Loaded when it is needed: it brings a parser of HTML with it. */
async function articleOn(file: string, text: string, at: string): Promise<Content> {
  const { readPage } = await import('../../library/extract/read-page.ts')
  const page = readPage(text, { url: '', at })
  if (page.kind !== 'article') throw new CliError(`"${file}" holds no article: ${page.kind} (${page.reason}).`)
  return page.content
}
