import { parseArgs } from 'node:util'
import type { Finding, Verification } from '../domain/verification.ts'
import { derivedWords, findingWords, placeWords, scopeWords } from '../domain/verification-words.ts'
import { verifyFile, type FileVerdict } from '../library/verify-file.ts'
import { looksLikePackage, verifyPackage } from '../library/verify-package.ts'
import { CliError, exitUsage } from './error.ts'
import { verifyHelp } from './help.ts'
import { packageExitCode, packageReport } from './verify-package.ts'
import { refusalWords, unreadableWords } from './words.ts'

const exitTampered = 1
const exitUnreadable = 2
/** More than this would hide the first. */
const mostLines = 20

/** `palimpsest verify FILE [--json]`: of a library or a package. */
export async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args)
  if (values.help === true) {
    process.stdout.write(`${verifyHelp}\n`)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new CliError(verifyHelp, exitUsage)
  if (await looksLikePackage(file)) return await verifyPackageFile(file, values.json === true)
  const verdict = await verifyFile(file, () => new Date(), process.stderr.isTTY ? showProgress : undefined)
  if (values.json === true) process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`)
  else if (verdict.state === 'checked') process.stdout.write(`${report(verdict.result).join('\n')}\n`)
  else throw new CliError(unreadableWords(file, verdict), exitUnreadable)
  return exitCode(verdict)
}

async function verifyPackageFile(file: string, asJson: boolean): Promise<number> {
  const verdict = await verifyPackage(file, process.stderr.isTTY ? showProgress : undefined)
  if (asJson) process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`)
  else if (verdict.state === 'checked') process.stdout.write(`${packageReport(verdict.result).join('\n')}\n`)
  else throw new CliError(refusalWords(file, verdict), exitUnreadable)
  return packageExitCode(verdict)
}

function exitCode(verdict: FileVerdict): number {
  if (verdict.state === 'unreadable') return exitUnreadable
  return verdict.result.found === 0 ? 0 : exitTampered
}

function parse(args: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new CliError(`${error instanceof Error ? error.message : String(error)}\n\n${verifyHelp}`, exitUsage)
  }
}

function showProgress(done: number, total: number): void {
  process.stderr.write(`\r${done} of ${total} articles${done === total ? '\r\u001B[K' : ''}`)
}

function report(result: Verification): string[] {
  const { found, findings, derived } = result
  const head =
    found === 0 ? 'Everything is as it was stored' : `${found} ${found === 1 ? 'place is' : 'places are'} not as stored`
  const more = found > mostLines ? [`and ${found - mostLines} more (--json lists up to 200)`] : []
  const apart = derivedWords(derived).map((what) => `Out of step, to be made anew from what is stored: ${what}`)
  return [`${head}: ${scopeWords(result)}.`, ...findings.slice(0, mostLines).map(line), ...more, ...apart]
}

function line(finding: Finding): string {
  const { article, seq, reason, detail } = finding
  const name =
    article === null
      ? 'The library'
      : `Article ${article.id} "${printable(article.headline)}" (${article.uid ?? 'no uid'})`
  const place = [placeWords(finding), seq === null ? '' : `seq ${seq}`].filter((words) => words !== '')
  return `${[name, ...place].join(', ')}: ${reason}. ${findingWords(finding)}${detail === '' ? '' : ` (${printable(detail)})`}`
}

/** A headline comes from a page: it must not move the cursor or colour the terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200)
