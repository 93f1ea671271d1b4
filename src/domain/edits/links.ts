import type { Block, Link } from '../revision.ts'
import type { FoundEdit } from '../diff/comparison.ts'
import { sameAddressRule } from './addresses.ts'

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

/** The same words that lead elsewhere may mislead; that is never minor. */
function addressEdit(before: Link, after: Link, hunk: number): FoundEdit {
  const rule = sameAddressRule(before.href, after.href)
  const reason = rule === null ? `link changed: ${before.text}` : `the same address: ${before.text}`
  const folded = rule !== null
  return { hunk, kinds: ['link'], folded, rule, before: before.href, after: after.href, reason, minor: folded }
}

function plainEdit({ text, href }: Link, hunk: number, came: boolean): FoundEdit {
  const reason = `link ${came ? 'added' : 'removed'}: ${text}`
  const sides = came ? { before: '', after: href } : { before: href, after: '' }
  return { hunk, kinds: ['link'], folded: false, rule: null, ...sides, reason, minor: true }
}
