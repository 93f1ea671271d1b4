import { t, type Key } from '../../catalogue/words.ts'
import type { Claim, Content } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'

/** What the page says of its own time, and what was observed since. */
export interface ClaimLine {
  readonly key: string
  /** The sentence that the page's words stand in. */
  readonly lead: Key
  /** The page's own words. */
  readonly words: string
  readonly after: string
  /** The text changed after the time that it names. */
  readonly outrun: boolean
}

/** The claims of the newer text; where the older one said otherwise, that too. */
export function claimLines(
  newer: Content,
  older: Content | null,
  revisions: readonly RevisionInfo[]
): readonly ClaimLine[] {
  const shown = newer.claims.filter(isShown(newer)).filter((claim) => !isPrinted(claim, newer))
  return shown.map((claim, n) => {
    const was = older?.claims.find((other) => other.kind === claim.kind && other.where === claim.where)
    const earlier = was === undefined || was.text === claim.text ? [] : [t('claim.before', { words: was.text })]
    const later = laterThan(claim, revisions)
    const after = [...(later === 0 ? [] : [t('claim.since', { n: later })]), ...earlier].join(' ')
    return { key: String(n), lead: leadOf(claim), words: claim.text, after, outrun: later > 0 }
  })
}

/** Visible claims; what only the page's data says, where nothing visible says it. */
function isShown(content: Content): (claim: Claim) => boolean {
  const visible = new Set(content.claims.filter((claim) => claim.where === 'visible').map((claim) => claim.kind))
  return (claim) => claim.where === 'visible' || !visible.has(claim.kind)
}

/** When it was published stands on the page already; its update is repeated beside what was observed since. */
function isPrinted(claim: Claim, { blocks }: Content): boolean {
  return (
    claim.kind === 'published' && blocks.some((block) => block.kind !== 'paragraph' && block.text.includes(claim.text))
  )
}

function leadOf(claim: Claim): Key {
  if (claim.where === 'visible') return 'claim.says'
  return claim.kind === 'published' ? 'claim.published' : 'claim.updated'
}

/** How often the text changed since; only where the claim names a time with its zone is it known what came after. */
function laterThan(claim: Claim, revisions: readonly RevisionInfo[]): number {
  if (claim.kind !== 'updated' || claim.at === null || !claim.at.endsWith('Z')) return 0
  const at = Date.parse(claim.at)
  return revisions.filter((revision) => {
    return revision.change?.minor === false && Date.parse(revision.lastSeenBefore ?? revision.at) > at
  }).length
}
