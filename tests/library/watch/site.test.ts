import { afterAll, beforeAll, expect, test } from 'vitest'
import { NewsSite } from '../../site/news-site.ts'
import { allArticles, expectedOf, plain, type Told } from '../../site/rounds.ts'
import { rounds } from '../../site/script.ts'
import { quick, until, watching, type Watching } from './watching.ts'

let site: NewsSite
let at: Watching

beforeAll(async () => {
  site = await NewsSite.start()
  at = watching()
  await at.library.handlers.setTrackingSettings({ settings: quick([site.host]) })
})
afterAll(async () => {
  at.library.close()
  await site.stop()
})

/** The ids of the articles by the address they were found at. */
async function articles(): Promise<Map<string, number>> {
  const { rows } = await at.library.handlers.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
  return new Map(rows.map(({ id, url }) => [url ?? '', id]))
}

async function observations(id: number): Promise<number> {
  const { captures } = await at.library.handlers.timemap({ article: id })
  return captures.reduce((sum, { count }) => sum + count, 0)
}

/** Checks those that were observed less often; true where there are none. A host that asked to wait is asked later. */
async function checkThose(ids: readonly number[], count: number): Promise<boolean> {
  const counts = await Promise.all(ids.map(observations))
  const missing = ids.filter((_, i) => counts[i]! < count)
  if (missing.length === 0) return true
  // What waits because the site asked to is looked at by itself once that time has come.
  const { nextAt } = await at.library.handlers.checks({})
  at.clock.now += 600_000
  if (nextAt === null) await at.library.handlers.checkNow({ articles: missing })
  await at.library.handlers.checkNow({ articles: [] })
  await until('the checks', idle)
  return false
}

async function idle(): Promise<boolean> {
  const { due, hosts } = await at.library.handlers.checks({})
  return due === 0 && hosts.every(({ done, total }) => done === total)
}

async function told(id: number): Promise<Told[]> {
  const { captures, revisions } = await at.library.handlers.timemap({ article: id })
  const events: Told[] = []
  for (const { outcome, count, revision } of captures) {
    const info = revisions.find((one) => one.id === revision)
    const content = info === undefined ? null : await at.library.handlers.content({ revision: info.id })
    const paragraphs = content?.blocks.filter(({ kind }) => kind === 'paragraph').length ?? 0
    const version = info === undefined ? null : { headline: info.headline, paragraphs }
    for (let n = 0; n < count; n++) events.push({ outcome: plain(outcome), version })
  }
  return events
}

test(
  'fifty articles over eight days: the history is that of the site, event by event',
  { timeout: 240_000 },
  async () => {
    const [found] = await at.library.handlers.look({ text: site.origin })
    expect(found!.feeds.map(({ title, entries }) => [title, entries])).toEqual([['Latest news', 50]])
    const feed = found!.feeds[0]!.url
    await at.library.handlers.follow({ items: [{ kind: 'feed', url: feed }], folder: 'City desk', pace: 'usual' })
    await at.library.handlers.follow({
      items: allArticles.map((n) => ({ kind: 'article', url: `${site.origin}/news/${n}` })),
      folder: 'City desk',
      pace: 'usual'
    })
    await until('fifty articles', async () => (await articles()).size === 50)
    const ids = await articles()
    // Only what is asked for is checked: how often that is by itself is another test's matter.
    for (const id of ids.values()) await at.library.handlers.setPace({ article: id, pace: 'paused' })
    for (let round = 1; round < rounds; round++) {
      site.round = round
      at.clock.now += 24 * 3_600_000
      await until(`round ${round}`, () => checkThose([...ids.values()], round + 1))
    }
    for (const n of allArticles) {
      const id = ids.get(`${site.origin}/news/${n}`)
      expect(id, `article ${n}`).toBeDefined()
      expect(await told(id!), `article ${n}`).toEqual(expectedOf(site, n))
    }
    expect(at.reported).toEqual([])
  }
)
