import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { TestRepository } from './repository.ts'
import { library } from './trial.ts'

const real = resolve(import.meta.dirname, '../../../.cache/data/a-ota-web-documents')

interface Meta {
  readonly doc: string
  readonly versions: readonly { readonly file: string; readonly at: string; readonly message: string }[]
}

/** The real versions in the order of their times, as the engine committed them. */
function realCommits() {
  return readdirSync(real)
    .flatMap((name) => {
      const { doc, versions } = JSON.parse(readFileSync(join(real, name, 'meta.json'), 'utf8')) as Meta
      return versions.map(({ file, ...rest }) => ({ doc, text: readFileSync(join(real, name, file), 'utf8'), ...rest }))
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Two commits of one second are a millisecond apart. */
const toSeconds = (at: string): string => new Date(at).toISOString().slice(0, 19)

/** Commits with a text that is another than the one before it. */
function written(commits: ReturnType<typeof realCommits>) {
  const before = new Map<string, string>()
  return commits.filter(({ doc, text }) => {
    const isNew = before.get(doc) !== text
    before.set(doc, text)
    return isNew && text.trim() !== ''
  })
}

test.skipIf(!existsSync(real))(
  'real versions of Open Terms Archive: every document one article, every version at its time (skipped where the shared data is absent)',
  async () => {
    const commits = realCommits()
    const repository = new TestRepository()
    const stream = commits.map(({ doc, text, at, message }) => {
      const sized = (words: string) => `data ${Buffer.byteLength(words)}\n${words}\n`
      const time = `${Date.parse(at) / 1000} +0000`
      return `commit refs/heads/main\ncommitter A <a> ${time}\n${sized(message)}M 100644 inline ${JSON.stringify(doc)}\n${sized(text)}`
    })
    repository.gitWith({ input: stream.join('') }, 'fast-import', '--quiet')
    const { importFiles, timemap } = library()
    const result = await importFiles({ paths: [repository.path] })
    const documents = new Set(commits.map(({ doc }) => doc)).size
    expect(result.newArticles).toBe(documents)
    // One version holds no text.
    expect(result.refused.map(({ code }) => code)).toEqual(
      commits.filter(({ text }) => text.trim() === '').map(() => 'empty')
    )
    const seen: string[] = []
    for (const article of result.articles) for (const { at } of (await timemap({ article })).captures) seen.push(at)
    expect(seen.map(toSeconds).sort()).toEqual(written(commits).map(({ at }) => toSeconds(at)).sort()) // prettier-ignore
    expect(await importFiles({ paths: [repository.path] })).toMatchObject({ newArticles: 0, newRevisions: 0 })
  },
  120_000
)
