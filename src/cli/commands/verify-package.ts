import { packageFindingWords, type PackageFinding } from '../../domain/package-findings.ts'
import { verifyPackage, type PackageVerdict, type PackageVerification } from '../../library/verify-package.ts'
import { CliError } from '../error.ts'
import { Bar, print, printJson } from '../terminal.ts'
import { refusalWords } from '../words.ts'

const exitUnreadable = 2

/** More than this would hide the first. */
const mostLines = 20

/** `palimpsest verify PACKAGE [--json]` */
export async function verifyPackageFile(file: string, asJson: boolean): Promise<number> {
  const bar = new Bar()
  const verdict = await verifyPackage(file, (done, total) => {
    if (done === total) bar.end()
    else bar.show(`${done} of ${total} articles`, done, total)
  })
  if (asJson) printJson(verdict)
  else if (verdict.state === 'checked') print(packageReport(verdict.result).join('\n'))
  else throw new CliError(refusalWords(file, verdict), exitUnreadable)
  return packageExitCode(verdict)
}

/** The exit code for a package, as for a library. */
function packageExitCode(verdict: PackageVerdict): number {
  if (verdict.state === 'unreadable') return exitUnreadable
  return verdict.result.found === 0 ? 0 : 1
}

/** What a look through a package found, in lines of words. */
function packageReport(result: PackageVerification): string[] {
  const { found, findings, withheld, madeBy, madeAt } = result
  const head =
    found === 0
      ? 'Everything in the package is as it was written'
      : `${found} ${found === 1 ? 'place is' : 'places are'} not as written`
  const more = found > mostLines ? [`and ${found - mostLines} more (--json lists up to 200)`] : []
  const left = withheld === 0 ? [] : [`${withheld} left out when it was made: deleted by its maker, and named as such.`]
  const maker = madeBy === null ? `it was made at ${madeAt}` : `${printable(madeBy)} made it at ${madeAt}`
  const who = `It says that ${maker}; anybody could have written that.`
  return [`${head}: ${scope(result)}.`, ...findings.slice(0, mostLines).map(line), ...more, ...left, who]
}

const counted = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`

const scope = ({ articles, versions, records }: PackageVerification): string =>
  [counted(articles, 'article'), counted(versions, 'version'), counted(records, 'record')].join(', ')

function line(finding: PackageFinding): string {
  const { article, seq, reason, detail } = finding
  const name =
    article === null ? 'The package' : `Article ${article.n} "${printable(article.headline)}" (${article.uid})`
  const place = seq === null ? name : `${name}, seq ${seq}`
  return `${place}: ${reason}. ${packageFindingWords(finding)}${detail === '' ? '' : ` (${printable(detail)})`}`
}

/** What a file says must not move the cursor or colour the terminal. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 200)
