import { findArticle } from '../article.ts'
import { articleJson, versionJson } from '../article-json.ts'
import { withLibrary, type Answer } from '../library.ts'
import { counted } from '../numbers.ts'
import { outcomeWords } from '../outcomes.ts'
import type { Run } from '../spec.ts'
import { oneLine, print, printJson, styled } from '../terminal.ts'
import { wall } from '../times.ts'

type Timemap = Answer<'timemap'>
type Version = Timemap['revisions'][number]

/** `palimpsest log ARTICLE` */
export const log: Run = (asked) =>
  withLibrary(asked, async (library) => {
    const article = await findArticle(library, asked.args[0]!)
    const timemap = await library.handlers.timemap({ article: article.id })
    if (asked.options['json'] === true) {
      const { captures, gaps, unobserved, headlines } = timemap
      printJson({
        article: articleJson(article),
        revisions: timemap.revisions.map(versionJson),
        captures,
        gaps,
        unobserved,
        headlines
      })
      return 0
    }
    print(styled('bold', oneLine(article.headline)))
    print(
      styled(
        'dim',
        [article.source, article.url ?? 'no address', counted(article.revisions, 'version')].map(oneLine).join(', ')
      )
    )
    for (const { at, line } of linesOf(timemap)) print(`${styled('dim', wall(at))}  ${line}`)
    return 0
  })

interface Line {
  readonly at: string
  readonly line: string
}

/** Everything that is known to have happened, in order of time. */
function linesOf(timemap: Timemap): Line[] {
  const versions = new Map(timemap.revisions.map((version) => [version.id, version]))
  const lines = [
    ...timemap.captures.map((capture) => captureLine(capture, versions)),
    ...timemap.gaps.map(({ label, at, deletedAt, lost }) => ({
      at,
      line: `v${label}  ${lost ? 'was lost to damage' : `was deleted on ${wall(deletedAt)}`}`
    })),
    ...timemap.unobserved.map(({ from, to }) => ({
      at: from,
      line: styled('dim', `nobody looked until ${to === null ? 'now' : wall(to)}, though it was time to`)
    }))
  ]
  return lines.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
}

function captureLine(
  { at, until, count, outcome, status, error, revision }: Timemap['captures'][number],
  versions: ReadonlyMap<number, Version>
): Line {
  const version = revision === null ? undefined : versions.get(revision)
  const again = count > 1 ? `, ${counted(count, 'time')} until ${wall(until)}` : ''
  if (version !== undefined)
    return { at, line: `${versionWords(version)}${again === '' ? '' : `; seen${again.slice(1)}`}` }
  const detail = error === null ? '' : `: ${oneLine(error).slice(0, 200)}`
  return { at, line: styled('dim', `    ${outcomeWords(outcome, status)}${again}${detail}`) }
}

/** `v2  Headline, 2 paragraphs (+31 −4 words, silent)  changed after 2026-05-01 14:00` */
function versionWords({ label, change, words, lastSeenBefore, returnsTo, imported }: Version): string {
  const from = imported ? ' (from a file)' : ''
  if (change === null) return `${styled('bold', `v${label}`)}  first seen, ${counted(words, 'word')}${from}`
  const { summary, wordsAdded, wordsRemoved, silent } = change
  const size = `+${wordsAdded} −${wordsRemoved} words${silent ? ', silent' : ''}`
  const since = lastSeenBefore === null ? '' : `, changed after ${wall(lastSeenBefore)}`
  const back = returnsTo === null ? '' : `, as in v${returnsTo} again`
  return `${styled('bold', `v${label}`)}  ${oneLine(summary)} (${size})${since}${back}${from}`
}
