import type { Claim, Content } from '../../domain/revision.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { times } from '../ui/words.ts'

/** What the page says of its own time, and what was observed since. */
export interface ClaimLine {
  readonly key: string
  readonly lead: string
  /** The page's own words. */
  readonly words: string
  readonly after: string
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
    const earlier = was === undefined || was.text === claim.text ? '' : ` Before, it said “${was.text}”.`
    return { key: String(n), lead: leadOf(claim), words: claim.text, after: `${since(claim, revisions)}${earlier}` }
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

function leadOf(claim: Claim): string {
  if (claim.where === 'visible') return 'Page says'
  return claim.kind === 'published' ? 'Page data says published' : 'Page data says updated'
}

/** Only where the claim names a time with its zone is it known what came after. */
function since(claim: Claim, revisions: readonly RevisionInfo[]): string {
  if (claim.kind !== 'updated' || claim.at === null || !claim.at.endsWith('Z')) return ''
  const at = Date.parse(claim.at)
  const later = revisions.filter((revision) => {
    return revision.change?.minor === false && Date.parse(revision.lastSeenBefore ?? revision.at) > at
  })
  return later.length === 0 ? '' : ` Text has changed ${times(later.length)} since.`
}
