import { resolve } from 'node:path'
import {
  articleEndings,
  isArticleFormat,
  isPairFormat,
  pairEndings,
  type PlainFormat
} from '../../library/exchange/export-formats.ts'
import type { OpenLibrary } from '../../library/library.ts'
import { findArticle, findVersion } from '../article.ts'
import { CliError, UsageError } from '../error.ts'
import { exportWords } from '../export-words.ts'
import { exitStopped, interruptible } from '../interrupt.ts'
import { withLibrary, type Answer, type Handlers, type Row } from '../library.ts'
import { counted, has, textOf } from '../numbers.ts'
import type { Asked, Run } from '../spec.ts'
import { Bar, print, printJson } from '../terminal.ts'

type Written = Answer<'exportArticles'>
type ArticleFormat = Parameters<Handlers['exportArticles']>[0]['format']

interface Target {
  readonly format: PlainFormat | ArticleFormat
  readonly path: string
}

/** `palimpsest export ARTICLE...|--all --as FORMAT -o FILE [--notes] [--older V] [--newer V]` */
export const exportCommand: Run = (asked) => {
  const target = targetOf(asked)
  if ((asked.args.length === 0) !== has(asked, 'all')) throw new UsageError('Name articles, or --all.')
  const bar = new Bar()
  return interruptible((signal) =>
    withLibrary(
      asked,
      async (library) => {
        signal.addEventListener('abort', () => void library.handlers.stopExport({}))
        const rows: Row[] = []
        for (const named of asked.args) rows.push(await findArticle(library, named))
        const { format } = target
        const written = isPairFormat(format)
          ? await exportPair(library, rows, { asked, format, path: target.path })
          : await exportArticles(library, rows, { asked, format, path: target.path })
        bar.end()
        const articles = has(asked, 'all') ? (await library.handlers.counts({})).smart.all : rows.length
        return report(written, { ...target, articles }, has(asked, 'json'))
      },
      {
        tell: (event, payload) => {
          if (event !== 'exporting' || payload === null) return
          const { done, total } = payload as { readonly done: number; readonly total: number }
          bar.show(`${done} of ${counted(total, 'article')}`, done, total)
        }
      }
    )
  )
}

function targetOf(asked: Asked): Target {
  const [format, output] = [textOf(asked, 'as'), textOf(asked, 'output')]
  if (format === undefined || output === undefined) throw new UsageError('Say --as what and -o where to.')
  const isPair = isPairFormat(format)
  if (!isPair && !isArticleFormat(format)) throw new UsageError(`"${format}" is no format that is known.`)
  const ending = isPair ? pairEndings[format] : articleEndings[format]
  if (!output.toLowerCase().endsWith(`.${ending}`))
    throw new UsageError(`A file of that kind ends in .${ending}, and "${output}" does not.`)
  if (!isPair && (asked.options['older'] ?? asked.options['newer']) !== undefined)
    throw new UsageError('--older and --newer are for what tells of two versions: the others hold every version.')
  return { format, path: resolve(output) }
}

interface Wanted<F> {
  readonly asked: Asked
  readonly format: F
  readonly path: string
}

async function exportPair(
  { handlers }: OpenLibrary,
  rows: readonly Row[],
  { asked, format, path }: Wanted<PlainFormat>
): Promise<Written> {
  const [article, ...others] = rows
  if (article === undefined || others.length > 0) throw new UsageError(`${format} tells of one article: name one.`)
  const timemap = await handlers.timemap({ article: article.id })
  const at = (id: number): number => timemap.revisions.findIndex((one) => one.id === id)
  const newer = findVersion(timemap, textOf(asked, 'newer') ?? 'newest')
  const named = textOf(asked, 'older')
  const older = named === undefined ? timemap.revisions[at(newer.id) - 1] : findVersion(timemap, named)
  if (older === undefined)
    throw new CliError(`v${newer.label} of article ${article.id} has no version before it to compare it with.`)
  if (at(older.id) >= at(newer.id)) throw new UsageError(`v${older.label} is not earlier than v${newer.label}.`)
  const { locale, timeZone } = { locale: 'en', timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone }
  const notes = has(asked, 'notes')
  return handlers.exportPair({
    older: older.id,
    newer: newer.id,
    format,
    path,
    notes,
    words: exportWords(),
    locale,
    timeZone
  })
}

async function exportArticles(
  { handlers }: OpenLibrary,
  rows: readonly Row[],
  { asked, format, path }: Wanted<ArticleFormat>
): Promise<Written> {
  const articles = has(asked, 'all') ? null : rows.map(({ id }) => id)
  return handlers.exportArticles({ articles, format, path, notes: has(asked, 'notes'), madeBy: null })
}

const reasons = {
  full: 'the disk is full',
  denied: 'this place may not be written to',
  missing: 'there is no such folder',
  other: 'the disk did not take it'
} as const

function report(
  written: Written,
  { path, format, articles }: Target & { readonly articles: number },
  json: boolean
): number {
  if (json) printJson({ ...written, path, format, articles })
  else if (written.state === 'written') print(`Written: ${path}`)
  else if (written.state === 'stopped') print('Stopped. Nothing was written.')
  else throw new CliError(`"${path}" was not written: ${reasons[written.reason]}.`)
  if (written.state === 'stopped') return exitStopped
  return written.state === 'written' ? 0 : 1
}
