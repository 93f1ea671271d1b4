import type { Finding, Verification } from '../../domain/verification.ts'
import { derivedWords, findingWords, placeWords, scopeWords } from '../../domain/verification-words.ts'
import { verifyFile, type FileVerdict } from '../../library/verify-file.ts'
import { looksLikePackage } from '../../library/verify-package.ts'
import { CliError } from '../error.ts'
import { libraryPath } from '../library.ts'
import { has } from '../numbers.ts'
import type { Run } from '../spec.ts'
import { Bar, print, printJson } from '../terminal.ts'
import { unreadableWords } from '../words.ts'
import { verifyPackageFile } from './verify-package.ts'

const exitTampered = 1
const exitUnreadable = 2
/** More than this would hide the first. */
const mostLines = 20

/** `palimpsest verify [LIBRARY|PACKAGE] [--json]` */
export const verify: Run = async (asked) => {
  const file = asked.args[0] ?? libraryPath(asked)
  if (await looksLikePackage(file)) return verifyPackageFile(file, has(asked, 'json'))
  const bar = new Bar()
  const verdict = await verifyFile(
    file,
    () => new Date(),
    (done, total) => {
      if (done === total) bar.end()
      else bar.show(`${done} of ${total} articles`, done, total)
    }
  )
  if (has(asked, 'json')) printJson(verdict)
  else if (verdict.state === 'checked') print(report(verdict.result).join('\n'))
  else throw new CliError(unreadableWords(file, verdict), exitUnreadable)
  return exitCode(verdict)
}

function exitCode(verdict: FileVerdict): number {
  if (verdict.state === 'unreadable') return exitUnreadable
  return verdict.result.found === 0 ? 0 : exitTampered
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
