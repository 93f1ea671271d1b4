import type { Content } from '../../domain/revision.ts'
import { blockJson } from '../store/hash.ts'
import { escaped, section } from './html-text.ts'
import type { PairFacts, Saying } from './pair-facts.ts'
import { verifierSource } from './report-verifier.ts'

/** How a stranger checks a report without this program: in words, with the evidence itself and a script to run. */
export function evidencePart(facts: PairFacts, { say }: Saying): string {
  const words = (['checkHelp', 'checkChain', 'checkRun'] as const).map((word) => `<p>${escaped(say(word))}</p>`)
  const folded = (name: string, html: string) =>
    `<details class="screen">\n<summary>${escaped(name)}</summary>\n${html}\n</details>`
  const evidence = `<pre data-is="evidence" tabindex="0" role="region" aria-label="${escaped(say('evidence'))}">${escaped(plainJson(evidenceOf(facts)))}</pre>`
  const checker = `<pre tabindex="0" role="region" aria-label="${escaped(say('checker'))}" lang="en" dir="ltr">${escaped(verifierSource)}</pre>`
  const parts = [...words, folded(say('evidence'), evidence), folded(say('checker'), checker)]
  return section(say('check'), parts.join('\n'))
}

/** The very bytes that the hashes are over: records of the written versions as canonical JSON, and blocks of the two texts. */
function evidenceOf({ versions, older, newer, chain, sealed }: PairFacts) {
  const text = (content: Content, at: 0 | 1) => {
    const version = at === 0 ? versions[0] : versions.at(-1)
    return { version: version?.label, blocks: content.blocks.map(blockJson), ...sealed[at] }
  }
  return { format: 'palimpsest-evidence', version: 1, chain, texts: [text(older, 0), text(newer, 1)] }
}

/** JSON without a character that a browser, or a file, might take for another: those are written as `\u202e`. */
const plainJson = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`) // prettier-ignore
