import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outcomes } from '../../src/domain/capture.ts'
import { readArticle, readCounts } from '../../src/library/list.ts'
import { markRead, setRead, star } from '../../src/library/marks.ts'
import type { Store } from '../../src/library/store/open.ts'
import { readTimemap } from '../../src/library/timemap.ts'
import { deleting, doomedArticles, doomedRevisions, restoring } from '../../src/library/trash.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

/**
 * Rows and counts are kept up to date by every path that changes an article. Whatever happens in whatever order, they
 * must be what is found by looking through everything.
 */
const start = Date.UTC(2026, 4, 1)
const time = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()
const now = new Date(start + 5 * 24 * 3600_000)
const body = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost to the sea.'
const texts = [
  contentOf('Council to move 40 households', body),
  contentOf('Council to move 60 households', body),
  contentOf('Council to move 40 households', body, 'Tenants will not pay rent while they are away.'),
  contentOf('Council to move 40 households', body.replace('houses were', 'houses  were,'))
]

const which = fc.nat({ max: 2 })
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('see' as const),
      article: which,
      minutes: fc.nat({ max: 40 }),
      text: fc.option(fc.nat({ max: texts.length - 1 })),
      outcome: fc.constantFrom(...outcomes.slice(3, 8)),
      origin: fc.option(fc.constantFrom('a.json', 'b.json'))
    })
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read' as const), article: which, nth: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set' as const), article: which, read: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('star' as const), article: which, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), article: which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), article: which, nth: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const) }) }
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

interface Library {
  readonly store: Store
  readonly articles: readonly number[]
  readonly deletions: number[]
  /** What the reader did, by article: the star and the time up to which it was read. */
  readonly starred: Set<number>
  readonly read: Map<number, string>
}

function perform(library: Library, one: Act): void {
  const { store, articles, deletions } = library
  if (one.kind === 'restore') {
    const deletion = deletions.pop()
    if (deletion !== undefined) finish(restoring(store, deletion))
    return
  }
  const article = articles[one.article]!
  if (one.kind === 'see') {
    const { outcome, origin } = one
    const content = one.text === null ? null : texts[one.text]!
    see(store, article, { at: time(one.minutes), content, origin, ...(content === null ? { outcome } : {}) })
    return
  }
  if (store.prepare('SELECT 1 FROM listing WHERE article_id = ?').get(article) === undefined) return
  const { revisions } = readTimemap(store, article)
  if (one.kind === 'star') {
    star(store, article, one.on)
    library.starred[one.on ? 'add' : 'delete'](article)
  } else if (one.kind === 'set') {
    setRead(store, article, one.read ? 'all' : 'newest')
    const changes = revisions.filter(({ change }) => change !== null)
    const unread = changes.findLast(({ change }) => !change!.minor) ?? changes.at(-1)
    if (one.read) noteRead(library, article, readArticle(store, article).changedAt)
    else if (unread !== undefined) library.read.set(article, revisions.findLast(({ at }) => at < unread.at)?.at ?? '')
  } else if (one.kind === 'delete') {
    deletions.push(...finished(deleting(store, doomedArticles(store, [article]), deletion)))
  } else {
    const revision = revisions[one.nth]
    if (revision === undefined) return
    if (one.kind === 'read') {
      markRead(store, revision.id)
      noteRead(library, article, revision.at)
    } else deletions.push(...finished(deleting(store, doomedRevisions(store, [revision.id]), deletion)))
  }
}

const deletion = { at: time(60), reason: 'reader' } as const

function noteRead({ read }: Library, article: number, at: string): void {
  if (at > (read.get(article) ?? '')) read.set(article, at)
}

function finish<Answer>(steps: Iterator<unknown, Answer>): Answer {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function finished(steps: ReturnType<typeof deleting>): number[] {
  const deleted = finish(steps)
  return deleted === null ? [] : [deleted.deletion]
}

/** An article's row as it is found by looking through all that is stored of it. */
function lookedThrough({ store, starred, read }: Library, article: number) {
  const { captures, revisions } = readTimemap(store, article)
  const newest = captures.reduce((last, one) =>
    one.until > last.until || (one.until === last.until && one.id > last.id) ? one : last
  )
  const changes = revisions.flatMap(({ at, change }) => (change === null ? [] : [{ at, ...change }]))
  const telling = changes.filter(({ minor }) => !minor)
  const unseen = (all: typeof changes) => all.filter(({ at }) => at > (read.get(article) ?? '')).length
  const bar = ({ at, wordsAdded, wordsRemoved, minor }: (typeof changes)[number]) => ({
    at,
    wordsAdded,
    wordsRemoved,
    minor
  })
  const words = changes.map(({ wordsAdded, wordsRemoved }) => wordsAdded + wordsRemoved)
  return {
    headline: revisions.at(-1)?.headline ?? '',
    firstAt: captures.map(({ at }) => at).toSorted()[0],
    lastAt: newest.until,
    outcome: newest.outcome,
    status: newest.status,
    changedAt: revisions.at(-1)?.at ?? captures.map(({ at }) => at).toSorted()[0],
    tellingAt: telling.at(-1)?.at ?? null,
    revisions: revisions.length,
    unseen: unseen(changes),
    unread: unseen(telling),
    headlineChanged: changes.some(({ headlineChanged }) => headlineChanged),
    silent: changes.some(({ silent }) => silent),
    starred: starred.has(article),
    summary: changes.at(-1)?.summary ?? '',
    minor: changes.at(-1)?.minor ?? false,
    largestAt: changes[words.indexOf(Math.max(...words))]?.at ?? null,
    bars: changes.map(bar)
  }
}

/** The counts as they are found by looking through all rows. */
function counted({ store, articles }: Library) {
  const rows = articles.flatMap((article) =>
    store.prepare('SELECT 1 FROM listing WHERE article_id = ?').get(article) === undefined
      ? []
      : readArticle(store, article)
  )
  const shown = rows.filter(({ deletedAt }) => deletedAt === null)
  const since = new Date(now.getTime() - 7 * 24 * 3600_000).toISOString()
  const bySource = Map.groupBy(shown, ({ sourceId }) => sourceId)
  return {
    smart: {
      recent: shown.filter(({ tellingAt }) => tellingAt !== null && tellingAt >= since).length,
      unread: shown.filter(({ unread }) => unread > 0).length,
      headline: shown.filter(({ headlineChanged }) => headlineChanged).length,
      silent: shown.filter(({ silent }) => silent).length,
      starred: shown.filter(({ starred }) => starred).length,
      all: shown.length,
      deleted: rows.length - shown.length
    },
    deletedVersions: shown.reduce((sum, { id }) => sum + readTimemap(store, id).gaps.length, 0),
    versions: shown.reduce((sum, { revisions }) => sum + revisions, 0),
    folders: [],
    sources: [...bySource].map(([id, members]) => {
      const [{ source: name, folder }] = members as [(typeof members)[number]]
      return { id, name, folder, articles: members.length, unread: members.filter(({ unread }) => unread > 0).length }
    })
  }
}

test('whatever happens to articles, their rows and all counts are what looking through everything finds', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 24 }), (acts) => {
      const store = emptyStore()
      const articles = [
        newArticle(store, { folder: 'City desk' }),
        newArticle(store),
        newArticle(store, { source: 'Echo' })
      ]
      const library: Library = { store, articles, deletions: [], starred: new Set(), read: new Map() }
      for (const one of acts) {
        perform(library, one)
        for (const article of articles) {
          if (store.prepare('SELECT 1 FROM listing WHERE article_id = ?').get(article) === undefined) continue
          expect(readArticle(store, article)).toMatchObject(lookedThrough(library, article))
        }
        const found = readCounts(store, now)
        expect({ ...found, sources: found.sources.toSorted((a, b) => a.id - b.id) }).toEqual(counted(library))
      }
      store.close()
    }),
    { numRuns: Number(process.env['RUNS'] ?? 40) }
  )
})
