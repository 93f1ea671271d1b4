import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { ImportResult } from '../../../src/contract/importing.ts'
import { TestRepository } from './repository.ts'
import { folder, library } from './trial.ts'
import { expectFlat, memoryNow } from './memory.ts'

const wall = (cost: string, ...more: string[]) =>
  ['The wall', `The sea wall will cost ${cost}.`, 'Work begins on 13 April.', ...more].join('\n\n')

/** Two articles: one that is edited, renamed, removed and comes back; one that is a page. */
function twoArticles(...options: string[]): TestRepository {
  const repository = new TestRepository(folder(), ...options)
  repository.commit('first', { 'news/wall.txt': wall('40 million'), 'code.ts': 'export const a = 1' })
  repository.commit('edit', { 'news/wall.txt': wall('60 million') })
  repository.git('mv', 'news/wall.txt', 'news/sea-wall.txt')
  repository.commit('rename', {})
  repository.commit('note', { 'news/sea-wall.txt': wall('60 million', 'Tenants will not pay rent.') })
  repository.commit('remove', { 'news/sea-wall.txt': null })
  repository.commit('back', { 'news/sea-wall.txt': wall('40 million') })
  repository.commit('ferry', { 'ferry.txt': wall('40 million', 'But this is a file of its own.') })
  return repository
}

const said = ({ refused }: { refused: readonly { record?: string | undefined; code: string; detail: string }[] }) =>
  refused.map(({ record, code, detail }) => [record, code, detail])

async function importTwice(path: string): Promise<ImportResult> {
  const { importFiles, versions, timemap, captured, imports } = library()
  const result = await importFiles({ paths: [path] })
  expect(result).toMatchObject({ newArticles: 2, newRevisions: 5, refused: [] })
  const seen = await versions(result.articles[0]!)
  expect(seen.map(([at, , cost, , more]) => [at, /\d+/.exec(cost!)![0], more])).toEqual([
    ['2026-03-01T00:00:00.000Z', '40', undefined],
    ['2026-03-01T01:00:00.000Z', '60', undefined],
    ['2026-03-01T03:00:00.000Z', '60', 'Tenants will not pay rent.'],
    ['2026-03-01T05:00:00.000Z', '40', undefined]
  ])
  const { captures, article, revisions } = await timemap({ article: result.articles[0]! })
  expect(captures.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'changed', 'gone', 'changed'])
  expect(article.url).toBeNull()
  expect((await captured({ revision: revisions[0]!.id })).bodyHash).not.toBeNull()
  const again = await importFiles({ paths: [path] })
  expect(await imports({})).toHaveLength(2)
  return again
}

const packed = () => {
  const repository = twoArticles()
  repository.git('gc', '-q', '--aggressive')
  const packs = readdirSync(join(repository.path, '.git/objects/pack'))
  return packs.some((name) => name.endsWith('.pack')) ? repository.path : ''
}

const bare = () => {
  const path = join(folder(), 'news.git')
  execFileSync('git', ['clone', '-q', '--bare', twoArticles().path, path], { stdio: 'ignore' })
  return path
}

test.each([
  ['with loose objects', () => twoArticles().path],
  ['packed with deltas', packed],
  ['bare', bare]
])('every file is an article, every commit that changed it a version, whatever name it has: %s', async (_, make) => {
  expect(await importTwice(make())).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 5 })
})

test('a shallow clone begins where it was cut, and a branch that was rebased stays in order', async () => {
  const repository = twoArticles()
  const shallow = join(folder(), 'shallow')
  execFileSync('git', ['clone', '-q', '--depth', '2', `file://${repository.path}`, shallow], { stdio: 'ignore' })
  const { importFiles, versions } = library()
  expect(await importFiles({ paths: [shallow] })).toMatchObject({ newArticles: 2, newRevisions: 2, refused: [] })
  const rebased = new TestRepository()
  rebased.commit('a', { 'a.txt': wall('40 million') })
  rebased.commit('b', { 'a.txt': wall('60 million') }, { GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' })
  rebased.commit('c', { 'a.txt': wall('80 million') }, { GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' }) // prettier-ignore
  const { articles } = await importFiles({ paths: [rebased.path] })
  expect((await versions(articles[0]!)).map(([at, , cost]) => [at, /\d+/.exec(cost!)![0]])).toEqual([
    ['2026-03-01T00:00:00.000Z', '40'],
    ['2026-03-01T01:00:00.000Z', '60'],
    ['2026-03-01T01:00:00.001Z', '80']
  ])
})

test('a long history comes in parts and is one article all the same', async () => {
  const repository = new TestRepository()
  const stream = Array.from({ length: 230 }, (_, i) => {
    const text = `Headline ${i}\n\nNothing of number ${i} stands in any other: ${'x'.repeat(i)}.`
    const time = `${1_700_000_000 + i * 60} +0000`
    return `commit refs/heads/main\ncommitter A <a> ${time}\ndata 1\nx\nM 100644 inline a.txt\ndata ${text.length}\n${text}\n`
  })
  repository.gitWith({ input: stream.join('\n') }, 'fast-import', '--quiet')
  const { importFiles } = library()
  expect(await importFiles({ paths: [repository.path] })).toMatchObject({ newArticles: 1, newRevisions: 230 })
  expect(await importFiles({ paths: [repository.path] })).toMatchObject({ newArticles: 0, newRevisions: 0 })
})

const tree = (repository: TestRepository, entries: readonly (readonly [mode: string, name: string, id: string])[]) => {
  const input = Buffer.concat(entries.map(([mode, name, id]) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]))) // prettier-ignore
  return repository.gitWith({ input }, 'hash-object', '-t', 'tree', '-w', '--stdin', '--literally')
}

const commitTree = (repository: TestRepository, id: string) =>
  repository.git('update-ref', 'refs/heads/main', repository.git('commit-tree', '-m', 'x', id))

test('names that leave the folder, links and submodules are left out', async () => {
  const repository = new TestRepository()
  const blob = repository.gitWith({ input: wall('40 million') }, 'hash-object', '-w', '--stdin')
  const link = repository.gitWith({ input: '/etc/passwd' }, 'hash-object', '-w', '--stdin')
  const inner = tree(repository, [['100644', 'a.txt', blob]])
  const root = tree(repository, [
    ['100644', '../../evil.txt', blob],
    ['40000', '..', inner],
    ['40000', '.GIT', inner],
    ['100644', 'good.txt', blob],
    ['120000', 'link.txt', link],
    ['160000', 'module.txt', blob]
  ])
  commitTree(repository, root)
  const result = await library().importFiles({ paths: [repository.path] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 1 })
  expect(said(result)).toEqual(['"../../evil.txt"', '".."', '".GIT"'].map((name) => [name, 'unsafe', 'a name that no file may have'])) // prettier-ignore
})

test('a tree that names more files than there are atoms is refused', async () => {
  const repository = new TestRepository()
  let id = repository.gitWith({ input: wall('40 million') }, 'hash-object', '-w', '--stdin')
  id = tree(
    repository,
    Array.from({ length: 10 }, (_, i) => ['100644', `${i}.txt`, id] as const)
  )
  for (let i = 0; i < 12; i++)
    id = tree(
      repository,
      Array.from({ length: 10 }, (_, i) => ['40000', `${i}`, id] as const)
    )
  commitTree(repository, id)
  const before = memoryNow()
  const result = await library().importFiles({ paths: [repository.path] })
  expect(said(result)).toEqual([[undefined, 'unsafe', 'trees without end']])
  expectFlat(before)
})

test('a text that unpacks without end is refused by itself, and so is one that is not what it is called', async () => {
  const repository = new TestRepository()
  const good = repository.commit('good', { 'a.txt': wall('40 million') })
  const objects = join(repository.path, '.git/objects')
  const forge = (id: string, bytes: Buffer) => {
    const path = join(objects, id.slice(0, 2), id.slice(2))
    mkdirSync(join(objects, id.slice(0, 2)), { recursive: true })
    if (existsSync(path)) renameSync(path, `${folder()}/old`)
    writeFileSync(path, bytes)
  }
  const next = (text: string, bytes: Buffer) => {
    repository.commit('next', { 'a.txt': text })
    forge(repository.git('rev-parse', 'HEAD:a.txt'), bytes)
  }
  const size = 300_000_000
  next(wall('50 million'), deflateSync(Buffer.concat([Buffer.from(`blob ${size}\0`), Buffer.alloc(size)])))
  next(wall('60 million'), deflateSync('blob 7\0another'))
  next(wall('70 million'), Buffer.from('no zlib at all'))
  repository.commit('last', { 'a.txt': wall('80 million') })
  const before = memoryNow()
  const result = await library().importFiles({ paths: [repository.path] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 2 })
  expect(result.refused.map(({ code }) => code)).toEqual(['too-large', 'damaged', 'damaged'])
  expectFlat(before)
  expect(good).toHaveLength(40)
})

test('a repository that points outside of its folder is refused', async () => {
  const { importFiles } = library()
  const { path } = twoArticles()
  const refusal = async (change: (repository: TestRepository) => void) => {
    const repository = twoArticles()
    change(repository)
    const result = await importFiles({ paths: [repository.path] })
    expect(result.newRevisions).toBe(0)
    return said(result).map(([, code, detail]) => [code, detail])
  }
  const moved = (name: string) => (repository: TestRepository) => {
    const outside = join(folder(), 'outside')
    renameSync(join(repository.path, name), outside)
    symlinkSync(outside, join(repository.path, name))
  }
  expect(await refusal(({ path: own }) => writeFileSync(join(own, '.git/objects/info/alternates'), `${path}/.git/objects`))).toEqual([['unsafe', 'objects/info/alternates']]) // prettier-ignore
  expect(await refusal(({ path: own }) => writeFileSync(join(own, '.git/commondir'), `${path}/.git`))).toEqual([['unsafe', 'commondir points to another folder']]) // prettier-ignore
  expect(await refusal(({ path: own }) => { renameSync(join(own, '.git'), `${own}.git`); writeFileSync(join(own, '.git'), `gitdir: ${own}.git`) })).toEqual([['unsafe', '.git points to another folder']]) // prettier-ignore
  expect(await refusal(moved('.git'))).toEqual([['unsafe', '.git points to another folder']])
  expect(await refusal(moved('.git/objects'))).toEqual([['unsafe', 'objects']])
  expect(await refusal(moved('.git/HEAD'))).toEqual([['unsafe', 'HEAD']])
  expect(await refusal(({ path: own }) => writeFileSync(join(own, '.git/HEAD'), 'ref: refs/../../../etc/passwd'))).toEqual([['unsafe', 'refs/../../../etc/passwd']]) // prettier-ignore
  expect(await refusal(({ path: own }) => writeFileSync(join(own, '.git/HEAD'), 'nonsense'))).toEqual([['damaged', 'HEAD']]) // prettier-ignore
})

test('nothing that a configuration or a hook names is run', async () => {
  const repository = twoArticles()
  const mark = join(folder(), 'ran')
  const run = `touch ${mark}`
  writeFileSync(
    join(repository.path, '.git/config'),
    `[core]\n fsmonitor = "${run}"\n pager = "${run}"\n sshCommand = "${run}"\n[filter "x"]\n smudge = "${run}"\n clean = "${run}"\n[diff "x"]\n textconv = "${run}"\n[include]\n path = /etc/passwd\n`
  )
  mkdirSync(join(repository.path, '.git/hooks'), { recursive: true })
  for (const hook of ['post-checkout', 'pre-commit', 'fsmonitor-watchman'])
    writeFileSync(join(repository.path, '.git/hooks', hook), `#!/bin/sh\n${run}\n`, { mode: 0o755 })
  writeFileSync(join(repository.path, '.gitattributes'), '* filter=x diff=x\n')
  await importTwice(repository.path)
  expect(existsSync(mark)).toBe(false)
})

test('every byte of a pack and its index may be wrong: named errors, and never a wrong text', async () => {
  const repository = twoArticles()
  repository.git('gc', '-q')
  const packs = join(repository.path, '.git/objects/pack')
  const { importFiles } = library()
  const whole = await importFiles({ paths: [repository.path] })
  for (const name of readdirSync(packs).filter((name) => /\.(?:pack|idx)$/.test(name))) {
    const path = join(packs, name)
    execFileSync('chmod', ['u+w', path])
    const bytes = readFileSync(path)
    const step = Math.max(1, Math.floor(bytes.length / 60))
    for (let at = 0; at < bytes.length; at += step) {
      const broken = Buffer.from(bytes)
      broken[at]! ^= 0x55
      writeFileSync(path, broken)
      expect(await importFiles({ paths: [repository.path] })).toMatchObject({ newArticles: 0, newRevisions: 0 })
    }
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1))
    const cut = await importFiles({ paths: [repository.path] })
    expect(cut.refusedCount).toBeGreaterThan(0)
    writeFileSync(path, bytes)
  }
  expect(whole.newRevisions).toBe(5)
})

test('repositories of other kinds say what they are; one without a commit, and one without a text', async () => {
  const { importFiles } = library()
  const codes = async (repository: TestRepository) => (await importFiles({ paths: [repository.path] })).refused.map(({ code }) => code) // prettier-ignore
  expect(await codes(new TestRepository())).toEqual(['empty'])
  const sha256 = new TestRepository(folder(), '--object-format=sha256')
  sha256.commit('a', { 'a.txt': wall('40 million') })
  expect(await codes(sha256)).toEqual(['newer-format'])
  const noText = new TestRepository()
  noText.commit('a', { 'a.md': '', 'b.txt': 'one line' })
  expect(await codes(noText)).toEqual(['empty', 'no-article', 'no-article', 'no-article'])
})

const terms = (text: string, ...more: string[]) => [`Terms of Service`, text, 'You must be 16 years old.', ...more].join('\n\n') // prettier-ignore

test('versions of Open Terms Archive: services are sources, and what was only read anew is no edit', async () => {
  const repository = new TestRepository()
  repository.commit('Initial commit', { 'README.md': '# Declarations\n\nOf terms.' })
  repository.commit('First record of Orrin Terms of Service\n\nThis version was recorded after extracting from snapshot 0123abc', { 'Orrin/Terms of Service.md': terms('Be kind.') }) // prettier-ignore
  repository.commit('Apply technical or declaration upgrade on Orrin Terms of Service', { 'Orrin/Terms of Service.md': terms('Be kind.', 'Footer') }) // prettier-ignore
  repository.commit('Record new changes of Orrin Terms of Service\n\nX-source-document-location: https://orrin.test/terms', { 'Orrin/Terms of Service.md': terms('Be very kind.', 'Footer') }) // prettier-ignore
  repository.commit('Refilter Ferry Privacy Policy', { 'Ferry/Privacy Policy.md': terms('Be kind.') })
  repository.commit('Refilter Ferry Privacy Policy', { 'Ferry/Privacy Policy.md': terms('Be kind.', 'A footer') })
  const { importFiles, listed, timemap } = library()
  const result = await importFiles({ paths: [repository.path] })
  expect(result).toMatchObject({ newArticles: 2, newRevisions: 5, refused: [] })
  expect((await listed()).map(({ source }) => source).sort()).toEqual(['Ferry', 'Orrin'])
  const { revisions, captures, article } = await timemap({ article: result.articles[0]! })
  expect(article.url).toBe('https://orrin.test/terms')
  expect(captures.map(({ outcome }) => outcome)).toEqual(['changed', 'extraction-changed', 'changed'])
  expect(revisions.map(({ change }) => change?.wordsAdded ?? null)).toEqual([null, 0, 1])
  expect((await timemap({ article: result.articles[1]! })).captures[0]?.outcome).toBe('changed')
  expect(await importFiles({ paths: [repository.path] })).toMatchObject({ newArticles: 0, newRevisions: 0 })
})

test('snapshots of Open Terms Archive are pages, which our own extractor reads', async () => {
  const page = (text: string) =>
    `<!doctype html><html lang="de"><head><title>Terms</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>Terms of Service</h1><p>${text} ${'This is a sentence that every version of these terms has. '.repeat(10)}</p><p>You must be 16 years old to use this service, and you agree to all of it.</p></article></main></body></html>`
  const repository = new TestRepository()
  repository.commit('First record of Orrin Terms of Service', { 'Orrin/Terms of Service.html': page('Be kind.') })
  repository.commit('Record new changes of Orrin Terms of Service', { 'Orrin/Terms of Service.html': page('Be very kind.') }) // prettier-ignore
  const { importFiles, versions, timemap, captured } = library()
  const result = await importFiles({ paths: [repository.path] })
  expect(result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
  const [first] = await versions(result.articles[0]!)
  expect(first!.slice(1)).toEqual([expect.stringMatching(/^Terms of Service$/), expect.stringMatching(/^Be kind\./), expect.stringMatching(/^You must/)]) // prettier-ignore
  const { revisions, article } = await timemap({ article: result.articles[0]! })
  expect(article.lang).toBe('de')
  expect(await captured({ revision: revisions[0]!.id })).toMatchObject({ extractor: expect.stringMatching(/^(?!ota)/), bodySize: page('Be kind.').length }) // prettier-ignore
})
