import type { NamedVersion, SearchHit } from '../../contract/search.ts'
import { presence, shownOf } from '../../domain/search/presence.ts'
import type { Scope } from '../../domain/search/query.ts'
import { snippet } from '../../domain/search/snippet.ts'
import { readArticles } from '../list.ts'
import { fromRuns } from '../store/runs.ts'
import type { SearchedVersion } from '../store/search.ts'
import type { Wanted } from './candidates.ts'
import { lookAt, sight, type Looked, type Sighting } from './sightings.ts'

/** The scope whose text is shown comes first: what was taken out is told before what is there. */
const tellingFirst: readonly Scope[] = ['removed', 'added', 'headline', 'current', 'anywhere']

/** What a search says of an article; null where the article is not what was searched for after all. */
export function judge(wanted: Wanted, article: number): SearchHit | null {
  const [row] = readArticles(wanted.store, [article])
  if (row === undefined || row.deletedAt !== null) return null
  if (wanted.sources !== null && !wanted.sources.includes(row.sourceId)) return null
  const looked = lookAt(wanted.store, article)
  const sightings = sightAll(looked, wanted)
  const telling = sightings?.[0]
  if (sightings === null || telling === undefined) return null
  if (!stood(looked.versions, telling.held, { ...wanted, lastAt: row.lastAt })) return null
  const shown = sightings.filter(({ scope }) => scope === telling.scope || scope === 'anywhere')
  return {
    article: row,
    ...told(looked, telling, shown)
  }
}

/** Scope by scope, the most telling first; null where one is not found. */
function sightAll(looked: Looked, { terms }: Wanted): readonly Sighting[] | null {
  const sightings: Sighting[] = []
  for (const scope of tellingFirst) {
    const wanted = terms.filter((term) => term.scope === scope)
    if (wanted.length === 0) continue
    const seen = sight(looked, scope, wanted)
    if (seen === null) return null
    sightings.push(seen)
  }
  return sightings
}

interface Time {
  readonly from: string
  readonly to: string
  /** When the article was last observed. */
  readonly lastAt: string
}

/** Whether a version that has the text stood at some time between two. */
function stood(versions: readonly SearchedVersion[], held: readonly boolean[], { from, to, lastAt }: Time): boolean {
  return versions.some(({ at }, i) => held[i] === true && at <= to && (versions[i + 1]?.at ?? lastAt) >= from)
}

/** Where the text stands, in words and figures, and the block that shows it best. */
function told(
  { versions, text }: Looked,
  { held, texts, turn }: Sighting,
  shown: readonly Sighting[]
): Omit<SearchHit, 'article'> {
  const headlines = new Set(versions.map(({ headline }) => headline))
  const isHeadline = texts.every((blocks) => [...blocks].every((number) => headlines.has(number)))
  const labels = versions.map(({ label }) => label)
  const { pair, target } = shownOf(held)
  const blocks = fromRuns(versions[target]!.runs)
  const best = bestBlock(blocks, versions[target]!.headline, { texts, others: shown.flatMap((one) => one.texts) })
  const [older, newer] = turn === null ? [pair?.older, pair?.newer] : [turn.older, turn.newer]
  return {
    snippet: snippet(
      text.block(best).text,
      shown.flatMap(({ terms }) => terms)
    ),
    headline: headlines.has(best),
    shown: named(versions[target]!),
    block: blocks.indexOf(best),
    gone: pair === null ? null : named(versions[pair.newer]!),
    pair:
      older === undefined || newer === undefined
        ? null
        : { older: versions[older]!.revision, newer: versions[newer]!.revision },
    versions: held.map((has) => (has ? '1' : '0')).join(''),
    presence: presence(labels, held, isHeadline)
  }
}

const named = ({ revision, label, at }: SearchedVersion): NamedVersion => ({ revision, label, at })

interface Texts {
  /** The blocks of what is told; one of them is shown. */
  readonly texts: readonly ReadonlySet<number>[]
  /** The blocks of all that is marked. */
  readonly others: readonly ReadonlySet<number>[]
}

/** Of a version's blocks with the text the one that has most of it; the headline only where no other has as much. */
function bestBlock(blocks: readonly number[], headline: number | null, { texts, others }: Texts): number {
  const having = blocks.filter((number) => texts.some((text) => text.has(number)))
  const rank = (number: number) => others.filter((text) => text.has(number)).length - (number === headline ? 0.5 : 0)
  return having.reduce((best, number) => (rank(number) > rank(best) ? number : best), having[0]!)
}
