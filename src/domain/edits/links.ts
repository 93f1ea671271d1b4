import type { Block, Link } from '../revision.ts'
import type { FoundEdit } from '../diff/comparison.ts'
import { bareAddress } from './noise.ts'

/** Links that lead elsewhere under the same words, that came to words that stayed, or that left them. */
export function linkEdits(old: Block, newer: Block, hunk: number): FoundEdit[] {
  const rest = [...(newer.links ?? [])]
  const edits: FoundEdit[] = []
  for (const link of old.links ?? []) {
    const found = rest.findIndex(({ text }) => text === link.text)
    const same = found < 0 ? null : rest.splice(found, 1)[0]!
    if (same === null && newer.text.includes(link.text)) edits.push(plainEdit(link, hunk, false))
    if (same !== null && same.href !== link.href) edits.push(addressEdit(link, same, hunk))
  }
  const come = rest.filter(({ text }) => old.text.includes(text))
  return [...edits, ...come.map((link) => plainEdit(link, hunk, true))]
}

function addressEdit(before: Link, after: Link, hunk: number): FoundEdit {
  const tracking = bareAddress(before.href) === bareAddress(after.href)
  const reason = tracking ? `the same address: ${before.text}` : `link changed: ${before.text}`
  const base = { hunk, kinds: ['link'] as const, before: before.href, after: after.href, reason, minor: true }
  return { ...base, folded: tracking, rule: tracking ? 'tracking' : null }
}

function plainEdit({ text, href }: Link, hunk: number, came: boolean): FoundEdit {
  const reason = `link ${came ? 'added' : 'removed'}: ${text}`
  const sides = came ? { before: '', after: href } : { before: href, after: '' }
  return { hunk, kinds: ['link'], folded: false, rule: null, ...sides, reason, minor: true }
}
