import { parseArgs } from 'node:util'
import { compare } from '../domain/diff/compare.ts'
import type { Comparison } from '../domain/diff/comparison.ts'
import type { Content } from '../domain/revision.ts'
import { summaryText } from '../domain/summary.ts'
import { readPlainText } from '../library/exchange/plain-text.ts'
import { FileRefusal, readTextFile } from '../library/exchange/read-file.ts'
import { CliError, exitUsage } from './error.ts'
import { diffHelp } from './help.ts'
import { redline } from './redline.ts'
import { refusalWords } from './words.ts'

/** `palimpsest diff OLD NEW [--json]` */
export async function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help === true) {
    process.stdout.write(`${diffHelp}\n`)
    return 0
  }
  const [oldFile, newFile] = positionals
  if (oldFile === undefined || newFile === undefined || positionals.length > 2) throw new CliError(diffHelp, exitUsage)
  const older = await readArticle(oldFile)
  const newer = await readArticle(newFile)
  const comparison = compare(older, newer)
  process.stdout.write(
    values.json === true ? asJson(comparison) : redline(older, newer, comparison, process.stdout.isTTY)
  )
  return 0
}

function parse(args: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : String(error)}\n\n${diffHelp}`, exitUsage)
  }
}

async function readArticle(file: string): Promise<Content> {
  try {
    const content = readPlainText((await readTextFile(file)).text)
    if (content === null) throw new FileRefusal('no-article')
    return content
  } catch (error) {
    if (error instanceof FileRefusal) throw new CliError(refusalWords(file, error))
    throw error
  }
}

function asJson(comparison: Comparison): string {
  const { same, hitTimeout, wordsAdded, wordsRemoved } = comparison
  const edits = comparison.edits.map(({ kinds, folded, rule, before, after, reason, minor }) => {
    return { kinds, folded, rule, before, after, reason, minor }
  })
  const summary = summaryText(comparison.summary)
  return `${JSON.stringify({ same, hitTimeout, summary, wordsAdded, wordsRemoved, edits }, null, 2)}\n`
}
