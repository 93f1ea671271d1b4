import type { Block, BlockKind, Content } from '../../domain/revision.ts'
import { escaped, fact, section, textAttributes } from './html-text.ts'
import { windowWords, type PairFacts, type Saying, type WrittenVersion } from './pair-facts.ts'

/** Every version with what proves it, and the two compared ones word for word; folded where they can be unfolded. */
export function versionsPart(facts: PairFacts, saying: Saying, isFolded: boolean): string {
  const { versions, older, newer } = facts
  const texts = [[versions[0], older] as const, [versions.at(-1), newer] as const].flatMap(([version, content]) =>
    version === undefined ? [] : [wholeText(facts, { version, content, isFolded }, saying)]
  )
  const rows = versions.map((version) => versionRow(version, saying)).join('\n')
  return `${section(saying.say('wholeVersions'), texts.join('\n'))}\n${section(saying.say('versions'), rows)}`
}

interface Shown {
  readonly version: WrittenVersion
  readonly content: Content
  readonly isFolded: boolean
}

function wholeText({ article }: PairFacts, { version, content, isFolded }: Shown, saying: Saying): string {
  const blocks = content.blocks.map((block, at) => blockHtml(block, `block:${version.label}:${at}`, saying))
  return `<details class="whole"${isFolded ? '' : ' open'}>
<summary>${escaped(saying.say('wholeVersion', `v${version.label}`, windowWords(saying, version)))}</summary>
<article ${textAttributes(article)}>
${blocks.join('\n')}
</article>
</details>`
}

const tags: Partial<Record<BlockKind, string>> = { headline: 'h3', heading: 'h4', quote: 'blockquote' }

/** A block as it was stored, named so that a program that checks the report can find it. */
function blockHtml({ kind, text, src }: Block, name: string, { say }: Saying): string {
  const tag = tags[kind] ?? 'p'
  const words = `<span data-is="${escaped(name)}">${escaped(text).replaceAll('\n', '<br>')}</span>`
  const aside = kind === 'image' || kind === 'embed' ? `<small>${escaped(say('image'))}${src === undefined ? '' : ` <span dir="ltr">${escaped(src)}</span>`}:</small> ` : '' // prettier-ignore
  return `<${tag} dir="auto">${aside}${words}</${tag}>`
}

function versionRow(version: WrittenVersion, saying: Saying): string {
  const { say } = saying
  const { body, text, record, status, finalUrl } = version.proof
  const code = (name: string, hash: string) => `<code data-is="${escaped(`${name}:${version.label}`)}">${hash}</code>`
  const size = `${say('words', String(version.words))}${status === null ? '' : `, HTTP ${status}`}${version.imported ? `, ${say('imported')}` : ''}`
  return `<div class="version">
<h3>v${escaped(version.label)}</h3>
<dl>
${fact(say('seen'), escaped(windowWords(saying, version)))}
${fact(say('version'), escaped(size))}
${finalUrl === null ? '' : fact(say('address'), `<span dir="ltr">${escaped(finalUrl)}</span>`)}
${fact(say('response'), body === null ? escaped(say('noResponse')) : code('body', body))}
${fact(say('text'), code('text', text))}
${record === null ? '' : fact(say('record'), code('record', record))}
</dl>
</div>`
}
