import type { FoundEdit } from '../diff/comparison.ts'
import type { Block } from '../revision.ts'
import { sameAddressRule } from './addresses.ts'
import { blockNoun } from './roles.ts'

const joiners = /[\u200c\u200d]/gu

/** Quotes, dashes, spaces and hidden characters that differ where the words are the same. */
export function typographyEdit(old: Block, newer: Block, hunk: number): FoundEdit {
  const base = { hunk, kinds: ['typography'] as const, before: '', after: '', minor: true }
  const joined = (text: string) => text.match(joiners)?.length ?? 0
  if (joined(old.text) !== joined(newer.text))
    return { ...base, folded: false, rule: null, reason: 'letters joined or parted by a hidden character' }
  const reason = 'typography alone: quotation marks, dashes, spaces or hidden characters'
  return { ...base, folded: true, rule: 'typography', reason }
}

/** A paragraph that became a heading, a line that became a correction note. */
export function kindEdit(old: Block, newer: Block, hunk: number): FoundEdit | null {
  if (old.kind === newer.kind) return null
  const reason = `${blockNoun(old.kind)} → ${blockNoun(newer.kind)}`
  const noted = newer.kind === 'correction-note' || old.kind === 'correction-note'
  const quoted = newer.kind === 'quote' || old.kind === 'quote'
  const base = { hunk, before: '', after: '', reason }
  if (noted) return { ...base, kinds: ['correction-note'], folded: false, rule: null, minor: false }
  if (quoted) return { ...base, kinds: ['quote'], folded: false, rule: null, minor: true }
  return { ...base, kinds: ['typography'], folded: true, rule: 'typography', minor: true }
}

/** Another image, or the same one at another address. */
export function imageEdit(old: Block, newer: Block, hunk: number): FoundEdit | null {
  const [before, after] = [old.src ?? '', newer.src ?? '']
  if (before === after) return null
  const rule = sameAddressRule(before, after)
  const folded = rule !== null
  const reason = folded ? 'the same image at another address' : `${blockNoun(newer.kind)} replaced`
  return { hunk, kinds: ['image'], folded, rule, before, after, reason, minor: folded }
}
