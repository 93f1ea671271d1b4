import type { NamedVersion, SearchHit } from '../../contract/search.ts'
import { presence } from '../../domain/search/presence.ts'
import type { Scope, Term } from '../../domain/search/query.ts'
import { matches, snippet } from '../../domain/search/snippet.ts'
import { readArticles } from '../list.ts'
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
    ...told(
      looked,
      telling,
      shown.flatMap(({ terms }) => terms)
    )
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
function told(looked: Looked, { held, blocks, turn }: Sighting, terms: readonly Term[]): Omit<SearchHit, 'article'> {
  const { versions, text } = looked
  const headlines = new Set(versions.map(({ headline }) => headline))
  const isHeadline = [...blocks].every((number) => headlines.has(number))
  const labels = versions.map(({ label }) => label)
  const { sentence, pair, target } = presence(labels, held, isHeadline)
  const block = bestBlock(looked, versions[target]!, { blocks, terms })
  const [older, newer] = turn === null ? [pair?.older, pair?.newer] : [turn.older, turn.newer]
  return {
    snippet: snippet(text.block(block).text, terms),
    headline: headlines.has(block),
    shown: named(versions[target]!),
    block: versions[target]!.blocks.indexOf(block),
    gone: pair === null ? null : named(versions[pair.newer]!),
    pair:
      older === undefined || newer === undefined
        ? null
        : { older: versions[older]!.revision, newer: versions[newer]!.revision },
    versions: held.map((has) => (has ? '1' : '0')).join(''),
    sentence
  }
}

const named = ({ revision, label, at }: SearchedVersion): NamedVersion => ({ revision, label, at })

interface Marked {
  readonly blocks: ReadonlySet<number>
  readonly terms: readonly Term[]
}

/** Of a version's blocks with the text the one that has most of the terms; the headline only where no other has as many. */
function bestBlock({ text }: Looked, version: SearchedVersion, { blocks, terms }: Marked): number {
  const having = version.blocks.filter((number) => blocks.has(number))
  const found = (number: number) =>
    terms.length === 1 ? 1 : new Set(matches(text.block(number).text, terms).map(({ term }) => term)).size
  const rank = (number: number) => found(number) - (number === version.headline ? 0.5 : 0)
  return having.reduce((best, number) => (rank(number) > rank(best) ? number : best), having[0]!)
}
