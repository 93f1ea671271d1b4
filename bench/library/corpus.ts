import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Block, Content } from '../../src/domain/revision.ts'

const data = resolve(import.meta.dirname, '../../.cache/data')
const sets = ['a-g1-articles', 'a-ruby-news', 'a-18f-blog', 'a-digitalgov-news', 'a-optech-newsletters', 'a-react-ar']

/** Where paragraphs come from: the real histories where they are unpacked, else the sample library. */
export function paragraphs(): { readonly from: string; readonly texts: readonly string[] } {
  const folders = sets.map((set) => join(data, set)).filter((folder) => existsSync(folder))
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isDirectory())
      .flatMap((path) =>
        readdirSync(path)
          .filter((name) => name.startsWith('v1.'))
          .map((name) => join(path, name))
      )
  )
  if (files.length === 0) return { from: 'the sample library', texts: sampleParagraphs() }
  const texts = files.flatMap((file) => readFileSync(file, 'utf8').split(/\n\s*\n|(?<=[.!?]) (?=\p{Lu})/u))
  return { from: `${files.length} real articles`, texts: usable(texts) }
}

function sampleParagraphs(): string[] {
  const samples = resolve(import.meta.dirname, '../../resources/sample-library')
  const texts = readdirSync(samples)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const { captures } = JSON.parse(readFileSync(join(samples, name), 'utf8')) as {
        captures: { content?: { blocks: { text: string }[] } }[]
      }
      return captures.flatMap(({ content }) => content?.blocks.map(({ text }) => text) ?? [])
    })
  return usable(texts)
}

function usable(texts: readonly string[]): string[] {
  const trimmed = texts.map((text) => text.replace(/\s+/g, ' ').trim())
  return [...new Set(trimmed)].filter((text) => text.length >= 60 && text.length <= 900)
}

/** Numbers from 0 up to 1, the same ones each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * One article's revisions: 6 to 18 real paragraphs, each made the article's own by a number in it, then edited as news is:
 * a figure, a word, a paragraph more or less, a headline, a return to the version before.
 */
export function history(texts: readonly string[], article: number, revisions: number): Content[] {
  const next = random(article + 1)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const own = () => `${pick(texts)} (${Math.floor(next() * 100_000)})`
  const paragraph = (): Block => ({ kind: 'paragraph', text: own() })
  let blocks: Block[] = [
    { kind: 'headline', text: pick(texts).split(' ').slice(0, 9).join(' ') + ` ${article}` },
    { kind: 'byline', text: `By Author ${article % 997}` },
    ...Array.from({ length: 6 + Math.floor(next() * 13) }, paragraph)
  ]
  const states = [blocks]
  while (states.length < revisions) {
    blocks = edited(blocks, { next, paragraph, version: states.length, before: states.at(-2) })
    states.push(blocks)
  }
  return states.map((made) => ({ blocks: made, claims: [] }))
}

interface Editing {
  readonly next: () => number
  readonly paragraph: () => Block
  readonly version: number
  readonly before: Block[] | undefined
}

function edited(blocks: readonly Block[], { next, paragraph, version, before }: Editing): Block[] {
  const kind = next()
  const at = 2 + Math.floor(next() * (blocks.length - 2))
  const replace = (index: number, text: (old: string) => string) =>
    blocks.map((block, i) => (i === index ? { ...block, text: text(block.text) } : block))
  if (kind < 0.1) return replace(0, (old) => old.replace(/\d+$/, (n) => `${n}${version % 10}`))
  if (kind < 0.45) return replace(at, (old) => old.replace(/\d+\)$/, (n) => `${version}${n}`))
  if (kind < 0.65) return replace(at, (old) => old.replace(/ \S+ /, ` changed${version} `))
  if (kind < 0.85 || blocks.length < 6) return blocks.toSpliced(at, 0, paragraph())
  if (kind < 0.95 || before === undefined) return blocks.toSpliced(at, 1)
  return before
}
