import { isAboutCookies } from '../edits/furniture.ts'
import { languageOf } from '../edits/guess-language.ts'
import type { Content } from '../revision.ts'
import type { Hunk, Replacement } from './comparison.ts'
import { isMedia, isOneOfAKind } from './pieces.ts'

/** Two texts have to be so long, in characters, for it to mean anything that they have nothing in common. */
const longer = 300
const shorter = 80
/** Of the shorter text, less than this stands in the other. */
const common = 0.1
/** A headline that kept so much is still the headline of the same article. */
const sameHeadline = 0.5

/**
 * Whether the page shows another text altogether, and what kind of text; null where it is the same article, however much it
 * changed. Marks between two such texts say nothing.
 */
export function replacementOf(hunks: readonly Hunk[], older: Content, newer: Content): Replacement | null {
  const [old, to] = [bodyOf(older), bodyOf(newer)]
  if (Math.max(old.length, to.length) < longer || Math.min(old.length, to.length) < shorter) return null
  const kept = hunks.filter((hunk) => !isHead(hunk, newer)).reduce((sum, hunk) => sum + charactersKept(hunk, newer), 0)
  if (kept >= common * Math.min(old.length, to.length)) return null
  const [was, is] = [languageOf(old), languageOf(to)]
  if (was !== null && is !== null && was !== is) return 'language'
  if (isConsent(newer) && !isConsent(older)) return 'consent'
  return keepsHeadline(hunks, newer) ? null : 'text'
}

function bodyOf({ blocks }: Content): string {
  return blocks
    .filter((block) => !isOneOfAKind(block) && !isMedia(block))
    .map(({ text }) => text)
    .join('\n')
}

function isHead(hunk: Hunk, { blocks }: Content): boolean {
  return 'new' in hunk && [hunk.new].flat().every((at) => isOneOfAKind(blocks[at]!))
}

/** Characters that stayed. */
function charactersKept(hunk: Hunk, { blocks }: Content): number {
  if (hunk.op === 'same') return blocks[hunk.new]!.text.length
  if (!('runs' in hunk)) return 0
  return hunk.runs.reduce((sum, run) => sum + (run.op === 'same' ? run.new.length : 0), 0)
}

function keepsHeadline(hunks: readonly Hunk[], newer: Content): boolean {
  const place = newer.blocks.findIndex(({ kind }) => kind === 'headline')
  const hunk = hunks.find((each) => 'new' in each && each.op !== 'moved-away' && [each.new].flat().includes(place))
  return hunk !== undefined && charactersKept(hunk, newer) >= sameHeadline * newer.blocks[place]!.text.length
}

/** A request for consent is shorter than this; a policy about cookies is an article of its own. */
const longestRequest = 2_000

/** Whether the text of a page is mostly a request for consent. */
function isConsent({ blocks }: Content): boolean {
  const body = blocks.filter((block) => !isOneOfAKind(block) && !isMedia(block))
  const about = body.filter(({ text }) => isAboutCookies(text))
  const size = (list: typeof body) => list.reduce((sum, { text }) => sum + text.length, 0)
  return size(body) <= longestRequest && size(about) > size(body) / 2
}
