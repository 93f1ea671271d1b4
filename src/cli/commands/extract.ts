import { readFile } from 'node:fs/promises'
import type { Page } from '../../domain/page.ts'
import { extractorVersion, readPage } from '../../library/extract/read-page.ts'
import { readSiteRules, ruleFor, type SiteRules } from '../../library/extract/site-rules.ts'
import { CliError, UsageError } from '../error.ts'
import { extractBatch } from './extract-batch.ts'
import { has, textOf } from '../numbers.ts'
import { getPage, PageRefusal, type Got } from '../page-source.ts'
import type { Run } from '../spec.ts'
import { print, printJson } from '../terminal.ts'
import { forTerminal } from '../words.ts'

/** `palimpsest extract FILE|URL [--json] [--url URL] [--rules FILE]` and `palimpsest extract --jsonl [FILE...] [--json]` */
export const extract: Run = async (asked) => {
  const rulesFile = textOf(asked, 'rules')
  const rules = rulesFile === undefined ? undefined : await rulesIn(rulesFile)
  if (has(asked, 'jsonl')) return extractBatch(asked.args, { full: has(asked, 'json'), rules })
  const [place] = asked.args
  if (place === undefined || asked.args.length > 1) throw new UsageError('Name one page.')
  const got = await get(place, { url: textOf(asked, 'url') ?? null, charset: textOf(asked, 'charset') ?? null })
  const page = readPage(got.text, { ...got.source, ...(rules === undefined ? {} : { rules }) })
  if (has(asked, 'json')) printJson({ extractor: extractorVersion, encoding: got.encoding, ...page })
  else print(shown(page, rules === undefined ? [] : report(page, got.source.url, rules)).join('\n\n'))
  return 0
}

async function get(
  place: string,
  told: { readonly url: string | null; readonly charset: string | null }
): Promise<Got> {
  try {
    return await getPage({ place, ...told, at: new Date().toISOString() })
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
