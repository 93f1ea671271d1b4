import { expect, test } from '@playwright/test'
import { archiveOfHouses, pageOf } from '../e2e/web-archive.ts'
import { home, reader } from './clean-system.ts'
import { Desk } from './desk.ts'
import { closeDialogs, closeWindow } from './installing.ts'
import type { Window } from './over-cdp.ts'

// What the desktop hands to the application: files of every kind that it offers to open, under every kind of name.
let desk: Desk
let window: Window

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await Desk.begin()
  await desk.install()
  await desk.system.apt('install', 'libgtk-3-bin') // for gtk-launch
})
test.afterAll(async () => {
  window?.child.kill()
  await desk?.end()
})

const mhtml = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://courier.example/mill',
  'Subject: The mill',
  'Date: Tue, 3 Mar 2026 09:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="b"',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  'Content-Location: https://courier.example/mill',
  '',
  pageOf(11).replaceAll('houses', 'mills'),
  '--b--',
  ''
].join('\r\n')
const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>
  <outline text="The Courier" type="rss" xmlUrl="http://127.0.0.1:9/feed.xml"/></body></opml>`

/** A page of its own, whatever its text: it says where it stands. */
const storyOf = (who: string, houses: number) =>
  pageOf(houses)
    .replaceAll('Council', who)
    .replace('<head>', `<head><link rel="canonical" href="https://courier.example/${houses}">`)

/** As a file manager opens a file with an application that is not its first choice. */
const openWith = (...files: readonly string[]) =>
  desk.mustRun(['gio', 'launch', '/usr/share/applications/palimpsest.desktop', ...files])

test('a web page, the first thing that is ever opened, is added and shown', async () => {
  await desk.system.write(reader, `${home}/page.html`, storyOf('Council', 40))
  window = await desk.window([`${home}/page.html`])
  const heading = window.page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Council counts 40 houses', { timeout: 30_000 })
})

test('saved pages are added and shown', async () => {
  const { page } = window
  const heading = page.getByRole('heading', { level: 1 })
  await desk.system.write(reader, `${home}/page 2.html`, storyOf('Parish', 50))
  await openWith(`${home}/page 2.html`)
  await expect(heading).toHaveText('Parish counts 50 houses', { timeout: 30_000 })
  await desk.system.write(reader, `${home}/page.mhtml`, mhtml)
  await desk.mustRun(['gtk-launch', 'palimpsest', `${home}/page.mhtml`])
  await expect(heading).toHaveText('Council counts 11 mills', { timeout: 30_000 })
})

test('of archives it is said first what they hold; the feeds of a list are followed', async () => {
  const { page } = window
  const dialog = page.getByRole('dialog')
  await desk.system.write(reader, `${home}/march.warc`, archiveOfHouses)
  await desk.mustRun(['gio', 'open', `${home}/march.warc`])
  await expect(dialog).toContainText('Web archive (WARC): 1 article in 2 versions.', { timeout: 30_000 })
  await page.screenshot({ path: test.info().outputPath('warc.png') })
  await closeDialogs(page)
  const own = ['--library', `${home}/other.palimpsest-db`]
  expect((await desk.run(['palimpsest', 'import', `${home}/march.warc`, ...own])).said).toContain('2 versions')
  await desk.mustRun(['palimpsest', 'export', '1', '--as', 'wacz', '-o', `${home}/march.wacz`, ...own])
  await openWith(`${home}/march.wacz`)
  await expect(dialog).toContainText('Web archive (WACZ): 1 article in 2 versions.', { timeout: 30_000 })
  await closeDialogs(page)
  await desk.system.write(reader, `${home}/feeds.opml`, opml)
  await openWith(`${home}/feeds.opml`)
  await expect(page.getByRole('list', { name: 'Feeds' })).toContainText('127.0.0.1:9', { timeout: 30_000 })
  await page.screenshot({ path: test.info().outputPath('opml.png') })
})

const names = [
  'a b.html',
  '100%.html',
  'c%20d.html',
  `it's "so".html`,
  '-rf.html',
  'ñandú 新聞 خبر.html',
  '$(id) `id`.html'
]

test('several files at once, whatever they are called, come as one', async () => {
  const { page } = window
  const files = names.map((name) => `${home}/${name}`)
  for (const [n, file] of files.entries()) await desk.system.write(reader, file, storyOf(`District ${n}`, 100 + n))
  await openWith(...files)
  const added = page.getByRole('dialog')
  await expect(added).toContainText(/7 articles/u, { timeout: 30_000 })
  await page.screenshot({ path: test.info().outputPath('several.png') })
  await closeDialogs(page)
  for (const n of names.keys()) await expect(page.getByRole('option', { name: `District ${n} counts` })).toHaveCount(1)
})

test('they come so to a first start as well, as paths, as addresses and from the folder they are in', async () => {
  await closeWindow(window)
  const given = [
    `${home}/a b.html`,
    `file://${home}/c%2520d.html`,
    `file://${home}/%C3%B1and%C3%BA%20%E6%96%B0%E8%81%9E%20%D8%AE%D8%A8%D8%B1.html`,
    './-rf.html'
  ]
  const script = 'cd && exec palimpsest --remote-debugging-port=0 "$@"'
  window = await desk.windowOf(['sh', '-c', script, 'sh', ...given, `${home}/not there.html`])
  const dialog = window.page.getByRole('dialog')
  await expect(dialog).toContainText('not there.html', { timeout: 30_000 })
  await expect(dialog.getByText(/is no longer where it was/u)).toBeVisible()
  await window.page.screenshot({ path: test.info().outputPath('cold.png') })
  for (const name of ['a b.html', 'c%20d.html', '-rf.html']) await expect(dialog).not.toContainText(`“${name}”`)
})
