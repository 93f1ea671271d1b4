import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Page } from '../domain/page.ts'
import { extractorVersion, readPage } from '../library/extract/read-page.ts'
import { readSiteRules, ruleFor, type SiteRules } from '../library/extract/site-rules.ts'
import { CliError, exitUsage } from './error.ts'
import { extractBatch } from './extract-batch.ts'
import { extractHelp } from './help.ts'
import { getPage, PageRefusal, type Got } from './page-source.ts'
import { forTerminal } from './words.ts'

/** `palimpsest extract FILE|URL [--json] [--url URL] [--rules FILE]` and `palimpsest extract --jsonl [FILE...] [--json]` */
export async function extract(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help === true) {
    process.stdout.write(`${extractHelp}\n`)
    return 0
  }
  const rules = values.rules === undefined ? undefined : await rulesIn(values.rules)
  if (values.jsonl === true) return extractBatch(positionals, { full: values.json === true, rules })
  const [place] = positionals
  if (place === undefined || positionals.length > 1) throw new CliError(extractHelp, exitUsage)
  const got = await get(place, values)
  const page = readPage(got.text, { ...got.source, ...(rules === undefined ? {} : { rules }) })
  if (values.json === true)
    process.stdout.write(
      `${JSON.stringify({ extractor: extractorVersion, encoding: got.encoding, ...page }, null, 2)}\n`
    )
  else
    process.stdout.write(
      `${shown(page, rules === undefined ? [] : report(page, got.source.url, rules)).join('\n\n')}\n`
    )
  return 0
}

const options = {
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  rules: { type: 'string' },
  url: { type: 'string' },
  charset: { type: 'string' },
  help: { type: 'boolean', short: 'h' }
} as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : String(error)}\n\n${extractHelp}`, exitUsage)
  }
}

async function get(
  place: string,
  { url, charset }: { readonly url?: string; readonly charset?: string }
): Promise<Got> {
  try {
    return await getPage({ place, url: url ?? null, charset: charset ?? null, at: new Date().toISOString() })
  } catch (error) {
    if (error instanceof PageRefusal) throw new CliError(error.message)
    throw error
  }
}

async function rulesIn(file: string): Promise<SiteRules> {
  const json = await readFile(file, 'utf8').catch(() => {
    throw new CliError(`"${file}" cannot be read. Check that it is a file and that you may read it.`)
  })
  const read = readSiteRules(json)
  if ('problem' in read) throw new CliError(`"${file}" holds no site rules: ${read.problem}.`)
  return read.rules
}

/** The page as text, under what it was taken for. */
function shown(page: Page, report: readonly string[]): string[] {
  const facts = [page.kind, page.lang, page.published, page.site].filter((fact) => fact !== null)
  const blocks = page.content.blocks.map(({ kind, text }) => (kind === 'heading' ? `# ${text}` : text))
  return [`(${facts.join(', ')}: ${page.reason})`, ...report, ...blocks].map(forTerminal)
}

/** What was left out of the page, one a line. */
function report({ removals, words }: Page, url: string, rules: SiteRules): string[] {
  const rule = ruleFor(rules, url)
  const which = rule === null ? `No rule names the host of "${url}".` : `The rule for ${rule.host} holds: ${rule.why}`
  const lines = removals.map(({ step, node, why, text }) => `- ${step} at ${node}: ${why} “${text.slice(0, 80)}”`)
  return [`${which} ${words} words were found; left out:`, lines.length === 0 ? '- nothing' : lines.join('\n')]
}
