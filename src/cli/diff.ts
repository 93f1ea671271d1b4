import { parseArgs } from 'node:util'
import { compare } from '../domain/diff/compare.ts'
import { sentenceMap } from '../domain/diff/sentence-map.ts'
import type { Content } from '../domain/revision.ts'
import { toJson } from '../library/exchange/comparison-json.ts'
import { readAnyText } from '../library/exchange/plain-text.ts'
import { FileRefusal, readTextFile } from '../library/exchange/read-file.ts'
import { batch } from './batch.ts'
import { CliError, exitUsage } from './error.ts'
import { diffHelp } from './help.ts'
import { redline } from './redline.ts'
import { refusalWords } from './words.ts'

/** `palimpsest diff OLD NEW [--json] [--lang LANG]` and `palimpsest diff --jsonl [FILE...]` */
export async function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const { lang = null } = values
  if (values.help === true) {
    process.stdout.write(`${diffHelp}\n`)
    return 0
  }
  if (values.jsonl === true) return batch(positionals, lang)
  const [oldFile, newFile] = positionals
  if (oldFile === undefined || newFile === undefined || positionals.length > 2) throw new CliError(diffHelp, exitUsage)
  const older = await readArticle(oldFile)
  const newer = await readArticle(newFile)
  const comparison = compare(older, newer, { lang })
  const sentences = () => sentenceMap({ older, newer }, comparison)
  const json = () => `${JSON.stringify(toJson(comparison, sentences()), null, 2)}\n`
  process.stdout.write(values.json === true ? json() : redline(older, newer, comparison, process.stdout.isTTY))
  return 0
}

const options = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : String(error)}\n\n${diffHelp}`, exitUsage)
  }
}

async function readArticle(file: string): Promise<Content> {
  try {
    return readAnyText((await readTextFile(file)).text)
  } catch (error) {
    if (error instanceof FileRefusal) throw new CliError(refusalWords(file, error))
    throw error
  }
}
