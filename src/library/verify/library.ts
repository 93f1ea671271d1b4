import type { Finding } from '../../domain/verification.ts'
import { miscounted } from '../store/derived-state.ts'
import { countsOf, headRow } from '../store/evidence.ts'
import type { Store } from '../store/open.ts'
import { lostTables, schemaFaults, structureFaults } from '../store/schema.ts'
import { attempted, broken, wordsOf, type Broken } from './broken.ts'
import { checked } from './derived.ts'
import type { Everything } from './rows.ts'
import { nameOf, type Walk } from './walk.ts'

const evidence = [
  'library',
  'source',
  'article',
  'body',
  'capture',
  'pack',
  'maker',
  'revision',
  'record',
  'chain_head'
]
/** Those tables that have indexes of their own. */
const indexed = [
  'source',
  'article',
  'capture',
  'revision',
  'body',
  'change',
  'edit_hash',
  'listing',
  'tracking',
  'address',
  'entry'
]

/** What belongs to no article: how many there should be, the tables themselves, the tallies, the indexes. */
export function* walkLibrary(walk: Walk, everything: Everything, blank: Store): Generator<void, void> {
  const { store, derived } = walk
  const found = attempted(() => countsBroken(walk, everything))
  if (found !== null) walk.findings.push(located(walk, found))
  derived.push(...checked(null, 'schema', () => schemaFaults(store, blank)))
  for (const table of indexed) {
    yield
    derived.push(...checked(null, 'index', () => structureFaults(store, table, 'integrity_check')))
  }
  yield* walkTallies(walk, blank)
}

function* walkTallies({ store, derived }: Walk, blank: Store): Generator<void, void> {
  try {
    const [list] = yield* miscounted(store, blank)
    if (list !== undefined) derived.push({ article: null, kind: 'tally', detail: list })
  } catch (error) {
    derived.push({ article: null, kind: 'listing', detail: wordsOf(error) })
  }
}

/** A quick look at the tables that are small in any library. */
export function* walkSmallTables({ store, derived }: Walk): Generator<void, void> {
  for (const table of ['library', 'source', 'article', 'maker', 'chain_head', 'tally']) {
    derived.push(...checked(null, 'index', () => structureFaults(store, table, 'quick_check')))
    yield
  }
}

/** Every table of evidence has to be one. */
export function tablesBroken(store: Store): Broken | null {
  return attempted(() => {
    const lost = lostTables(store, evidence)
    return lost.length === 0 ? null : broken('schema', null, lost.join(', '))
  })
}

/**
 * A chain that was cut short, with its end moved and its rows removed, is whole by itself. What was derived from the
 * rows that are gone tells whose they were.
 */
function located({ store, derived }: Walk, found: Broken): Finding {
  const suspect = found.reason === 'records-missing' ? derived.find(({ article }) => article !== null)?.article : null
  if (suspect === null || suspect === undefined) return { ...found, article: null }
  const seq = (headRow(store, suspect)?.seq ?? 0) + 1
  return { ...broken('record-missing', seq), article: nameOf(store, suspect) }
}

/** What vanished whole, and left nothing that would miss it, is missed by its number. */
function countsBroken({ store, records, findings }: Walk, { articles, present }: Everything): Broken | null {
  const expected = countsOf(store)
  if (expected === undefined) return broken('counts', null, 'library')
  const located = articles.length - present
  if (expected.articles - present > located)
    return broken('articles-missing', null, String(expected.articles - present - located))
  if (findings.length > 0) return null
  if (expected.records > records) return broken('records-missing', null, String(expected.records - records))
  const same = expected.records === records && expected.articles === present
  return same ? null : broken('counts', null, `${present} articles, ${records} records`)
}
