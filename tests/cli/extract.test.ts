import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const script = resolve(import.meta.dirname, '../../src/cli/palimpsest.ts')
const folder = mkdtempSync(join(tmpdir(), 'palimpsest-extract-'))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function extract(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'extract', ...args], {
    input,
    encoding: 'utf8',
    cwd: folder
  })
  return { status, stdout, stderr }
}

interface Answer {
  readonly id?: string | number
  readonly error?: string
  readonly headline?: string
  readonly outcome?: string
  readonly text?: string
  readonly blocks?: readonly { readonly kind: string; readonly text: string }[]
}

const paragraph =
  'The ferry to the island stays in port until the wind has gone down, the harbour office said on Tuesday.'
const html = `<!doctype html><html lang="en"><title>Ferry stays in port</title><body><main><article><h1>Ferry stays in port</h1>
  <p class="byline">By Ann Lee</p>${`<p>${paragraph}</p>`.repeat(6)}<div class="promo">Read our newsletter</div></article></main>`
const page = file('page.html', html)

test('a file is read, and printed as a reader sees it', () => {
  const { status, stdout, stderr } = extract([page])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout.trim().split('\n\n').slice(1, 3)).toEqual(['Ferry stays in port', 'By Ann Lee'])
})

test('as JSON it is everything that was read', () => {
  const read = JSON.parse(extract([page, '--json', '--url', 'https://news.example/a']).stdout) as {
    headline: string
    encoding: string
  }
  expect(read).toMatchObject({
    headline: 'Ferry stays in port',
    byline: 'Ann Lee',
    lang: 'en',
    dir: 'ltr',
    encoding: 'UTF-8'
  })
})

test('a batch is answered in order; a line that cannot be, says so and the others go on', () => {
  const latin = file('latin.html', Buffer.from('<meta charset=utf-8><h1>Caf\u00e9 ferm\u00e9</h1>', 'latin1'))
  const lines = [
    { id: 1, path: 'page.html', url: 'https://news.example/a' },
    { id: 'gone', path: 'nowhere.html' },
    { id: 'latin', path: latin, charset: 'windows-1252' },
    { id: 'klingon', path: page, charset: 'klingon' },
    { path: page }
  ]
  const { status, stdout } = extract(['--jsonl'], `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnonsense\n`)
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer)
  expect(status).toBe(1)
  expect(answers.map(({ id, headline, error }) => [id, headline ?? error?.replace(/:.*/su, '')])).toEqual([
    [1, 'Ferry stays in port'],
    ['gone', '"nowhere.html" is not there.'],
    ['latin', 'Café fermé'],
    ['klingon', '"klingon" is no encoding that is known.'],
    [undefined, 'The line is not { id, path, url?, charset? }'],
    [undefined, 'The line is no JSON']
  ])
  expect(answers[0]!.blocks!.slice(0, 2)).toEqual([
    { kind: 'headline', text: 'Ferry stays in port' },
    { kind: 'byline', text: 'By Ann Lee' }
  ])
})

test('a batch without a fault ends with 0', () => {
  expect(extract(['--jsonl'], JSON.stringify({ id: 1, path: 'page.html' })).status).toBe(0)
})

test('site rules are tried on one page, and what they took out is listed', () => {
  const rules = file(
    'rules.json',
    JSON.stringify([{ host: 'news.example', remove: ['article .promo'], why: 'an advertisement in the text' }])
  )
  const { stdout } = extract([page, '--rules', rules, '--url', 'https://www.news.example/a'])
  expect(stdout).toContain('The rule for news.example holds: an advertisement in the text')
  expect(stdout).toContain('- site-rule at html > body > main > article > div.promo')
})

test.each([
  ['[{"host":"News.example","why":"x"}]', '0.host is no host in small letters'],
  ['[{"host":"news.example","remove":["a > b"],"why":"x"}]', 'is no selector'],
  ['[', 'is no JSON']
])('rules that cannot be read are refused: %s', (json, words) => {
  const { status, stderr } = extract([page, '--rules', file('bad.json', json)])
  expect(status).toBe(1)
  expect(stderr).toContain(words)
})

test('a page is fetched from the web', async () => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(html))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const child = spawn(process.execPath, [script, 'extract', `http://127.0.0.1:${port}/a`, '--json'])
  const read = JSON.parse(await text(child.stdout)) as Answer
  server.close()
  server.closeAllConnections()
  expect(read.headline).toBe('Ferry stays in port')
})

test.each([[[]], [['--nonsense']], [['a', 'b']]])('used wrongly it says how it is used: %j', (args) => {
  const { status, stderr } = extract(args)
  expect(status).toBe(2)
  expect(stderr).toContain('Usage: palimpsest extract')
})
