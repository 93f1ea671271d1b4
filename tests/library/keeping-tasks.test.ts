import { expect, test } from 'vitest'
import { keepingTasks, keepingWhenNeeded } from '../../src/library/keeping-tasks.ts'
import { upkeepOf } from '../../src/library/store/upkeep.ts'
import { contentOf, emptyStore, newArticle, see } from './stories.ts'

const start = Date.UTC(2026, 2, 10)
const day = 86_400_000

/** A library with one article, deleted on the first day, and what it does by itself so many days later. */
async function deleted(daysLater: number, canWrite = true) {
  const store = emptyStore()
  let time = start
  const told: unknown[] = []
  const options = { store, now: () => new Date(time), tell: (...news: unknown[]) => void told.push(news) }
  const article = newArticle(store)
  see(store, article, { at: new Date(start - day).toISOString(), content: contentOf('Headline', 'Some text.') })
  await keepingWhenNeeded(options).deleteArticles({ articles: [article] })
  time += daysLater * day
  told.length = 0
  const tasks = new Map(keepingTasks(options, () => canWrite).map((task) => [task.name, task]))
  const run = (name: string) => tasks.get(name)!.run(new AbortController().signal)
  return { store, article, told, run }
}

test('by itself, a library deletes for good what has waited 30 days, says so, and compacts', async () => {
  const { store, article, told, run } = await deleted(30)
  expect(await run('purge')).toEqual({ articles: 1, versions: 0 })
  expect(told).toEqual([['changed', { articles: [article] }]])
  expect(await run('compact')).toMatchObject({ after: expect.any(Number) as number })
  expect(upkeepOf(store, 'compacted')).toBeDefined()
  expect(await run('compact')).toBeNull()
})

test('not a day earlier', async () => {
  const { run, told } = await deleted(29)
  expect(await run('purge')).toEqual({ articles: 0, versions: 0 })
  expect(told).toEqual([])
})

test('not where nothing may be written', async () => {
  const { run } = await deleted(30, false)
  expect(await run('purge')).toBeNull()
  expect(await run('compact')).toBeNull()
})
