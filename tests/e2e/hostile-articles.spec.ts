import { expect, test, type Page } from '@playwright/test'
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { payloads } from '../hostile/payloads.ts'
import { watch } from '../hostile/watching.ts'
import { launch, scratch, type Running } from './app.ts'

/** How many payloads are tried: 60, or as many as `HOSTILE_PAYLOADS` says. */
const most = Number(process.env['HOSTILE_PAYLOADS'] ?? 60)
/** So many are in one article, each drawn as text; and raw in its page, as its author would have it. */
const inOne = 10
test.setTimeout(90_000 + most * 500)

let running: Running
test.afterEach(() => running.app.close())

const asText = (markup: string): string => markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Two states of a page: what changes between them is hostile too. */
function page(some: readonly string[], edition: number): string {
  const head = some[edition] ?? some[0]!
  const paragraphs = some.map(
    (payload, i) => `<p>Paragraph ${i} of edition ${i % 2 === 0 ? edition : 0} says ${asText(payload)} and goes on.</p>`
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${asText(head)}</title>
<link rel="canonical" href="https://news.invalid/story-${payloadKey(some)}"></head><body><article><h1>${asText(head)}</h1>
${paragraphs.join('\n')}</article><div>${some.join('\n')}</div></body></html>`
}

let key = 0
const keys = new Map<readonly string[], number>()
function payloadKey(some: readonly string[]): number {
  if (!keys.has(some)) keys.set(some, key++)
  return keys.get(some)!
}

function pages(): string[] {
  const folder = join(scratch(), 'pages')
  mkdirSync(folder)
  const all = payloads(most)
  const groups = Array.from({ length: Math.ceil(all.length / inOne) }, (_, i) => all.slice(i * inOne, (i + 1) * inOne))
  return groups.flatMap((some, i) =>
    [0, 1].map((edition) => {
      const path = join(folder, `${i}-${edition}.html`)
      writeFileSync(path, page(some, edition))
      utimesSync(path, 1_760_000_000 + edition * 3600, 1_760_000_000 + edition * 3600)
      return path
    })
  )
}

/** Every view of the article that is open, its inspector, and the stored page in its window. */
async function lookAtAll(shown: Page): Promise<void> {
  for (const view of ['1', '2', '3', '4', '5']) {
    await shown.keyboard.press(view)
    await shown.waitForTimeout(60)
  }
  const isShown = await shown.evaluate(async () => {
    const ask = window.palimpsest
    const list = await ask.library.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
    if ('error' in list) throw new Error(list.error.code)
    const open = Number(document.querySelector('[role=option][aria-selected=true]')?.getAttribute('data-article'))
    const timemap = await ask.library.timemap({ article: open })
    if ('error' in timemap) throw new Error(timemap.error.code)
    const revision = timemap.value.revisions.at(-1)!.id
    return ask.shell.showSnapshot({ revision, what: 'page', title: '<img src=x onerror=alert(1)>' })
  })
  expect(isShown).toEqual({ value: true })
  await shown.waitForTimeout(150)
}

test(`of ${most} payloads in articles none runs, asks for anything, leads anywhere or opens anything`, async () => {
  running = await launch()
  const { page: shown, app } = running
  const counted = await watch(app)
  await shown.reload()
  await expect(shown.getByRole('button').first()).toBeVisible()
  const paths = pages()
  const added = await shown.evaluate((files) => window.palimpsest.library.importFiles({ paths: files }), paths)
  const articles = 'value' in added ? added.value.articles.length : 0
  expect(articles).toBe(paths.length / 2)
  await shown.keyboard.press('Control+i')
  for (let i = 0; i < articles; i++) {
    await shown.getByRole('option').nth(i).click()
    await lookAtAll(shown)
    await app.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) if (!one.webContents.getURL().startsWith('app://')) one.destroy()
    })
  }
  for (const payload of payloads(most).slice(0, 10)) {
    await shown.keyboard.press('Control+f')
    await shown.keyboard.insertText(payload.slice(0, 100))
    await shown.waitForTimeout(120)
    await shown.keyboard.press('Escape')
    await shown.keyboard.press('Escape')
  }
  const nothing = { scripts: 0, requests: 0, navigations: 0, windows: 0, downloads: 0, stopped: 0 }
  expect(await counted()).toEqual(nothing)
})

test('the same payloads in a page without a defence are counted', async () => {
  running = await launch()
  const counted = await watch(running.app)
  await running.app.evaluate(
    async ({ BrowserWindow, session }, all) => {
      const open = session.fromPartition('control')
      open.webRequest.onBeforeRequest({ urls: ['http://*/*', 'https://*/*'] }, (_details, answer) =>
        answer({ cancel: true })
      )
      for (const payload of all) {
        const window = new BrowserWindow({ show: false, webPreferences: { session: open } })
        const loaded = window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(`<body>${payload}`)}`)
        await Promise.race([loaded.catch(() => null), new Promise((done) => setTimeout(done, 1000))])
        await new Promise((done) => setTimeout(done, 120))
        window.destroy()
      }
    },
    payloads(Math.min(most, 60))
  )
  const { scripts, requests } = await counted()
  expect(scripts).toBeGreaterThan(2)
  expect(requests).toBeGreaterThan(1)
  console.log(`without a defence: ${scripts} scripts, ${requests} requests`)
})
