import { unifiedPatch } from '../../domain/diff/patch.ts'
import type { Content } from '../../domain/revision.ts'
import type { PairFacts } from './pair-facts.ts'

/** The lines of a version's text: one a block, with an empty line between two, as a saved text has them. */
export const textLines = ({ blocks }: Content): string => blocks.map(({ text }) => `${oneLine(text)}\n`).join('\n')

/** A line break inside a paragraph would be another line of the file. */
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029\u0085]+/gu, ' ')

/** A pair as a unified patch over its text lines; `patch -p0` applies it to `article.txt`. */
export function asPatch({ article, versions, older, newer }: PairFacts): string {
  const side = (at: 0 | -1, content: Content) => {
    const version = versions.at(at)
    return { name: 'article.txt', at: `${version?.at ?? ''} v${version?.label ?? ''}`, text: textLines(content) }
  }
  const about = [article.headline, article.source, article.url ?? ''].map((line) => oneLine(line).trim())
  const head = about.filter((line) => line !== '').map((line) => `# ${line}\n`)
  return `${head.join('')}${unifiedPatch(side(0, older), side(-1, newer))}`
}
