import { findArticle, findVersion } from '../article.ts'
import { articleJson, versionJson } from '../article-json.ts'
import { withLibrary, type Answer } from '../library.ts'
import { textOf } from '../numbers.ts'
import type { Run } from '../spec.ts'
import { oneLine, print, printJson, styled } from '../terminal.ts'
import { wall } from '../times.ts'
import type { Content } from '../../domain/revision.ts'

type Versions = ReadonlyMap<number, Answer<'timemap'>['revisions'][number]>

/** `palimpsest blame ARTICLE [--version V]` */
export const blame: Run = (asked) =>
  withLibrary(asked, async (library) => {
    const { handlers } = library
    const article = await findArticle(library, asked.args[0]!)
    const timemap = await handlers.timemap({ article: article.id })
    const version = findVersion(timemap, textOf(asked, 'version') ?? 'newest')
    const content = await handlers.content({ revision: version.id })
    const answer = await handlers.blame({ revision: version.id })
    const blocks = blamed(content, answer, new Map(timemap.revisions.map((one) => [one.id, one])))
    if (asked.options['json'] === true)
      printJson({ article: articleJson(article), version: versionJson(version), blocks })
    else print(blocks.map(blockText).join('\n\n'))
    return 0
  })

interface Passage {
  readonly text: string
  /** The version that has it first, and when that was first seen. */
  readonly since: string
  readonly at: string
  /** The versions that have it; more than one stretch: it left and came back. */
  readonly stood: readonly { readonly from: string; readonly to: string }[]
}

interface Blamed {
  readonly kind: string
  readonly text: string
  readonly passages: readonly Passage[]
}

function blamed({ blocks }: Content, { blocks: passages, lives }: Answer<'blame'>, versions: Versions): Blamed[] {
  const label = (id: number): string => versions.get(id)?.label ?? '?'
  return blocks.map(({ kind, text }, at) => ({
    kind,
    text,
    passages: passages[at]!.map(({ start, end, life }) => {
      const stood = lives[life]!
      const first = stood[0]![0]
      return {
        text: text.slice(start, end),
        since: label(first),
        at: versions.get(first)?.at ?? '',
        stood: stood.map(([from, to]) => ({ from: label(from), to: label(to) }))
      }
    })
  }))
}

function blockText({ passages }: Blamed): string {
  return passages
    .map(({ text, since, at, stood }) => {
      const again = stood.length > 1 ? `, again since v${stood.at(-1)!.from}` : ''
      return `${styled('dim', `${`v${since}`.padEnd(5)} ${wall(at === '' ? null : at)}${again}`)}  ${oneLine(text)}`
    })
    .join('\n')
}
