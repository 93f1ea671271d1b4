import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, scratch, type Running } from './app.ts'

let running: Running
test.afterEach(() => running.app.close())

const folder = scratch()
const file = (name: string, body: string | Buffer): string => {
  writeFileSync(join(folder, name), body)
  return join(folder, name)
}
const huge = file('huge.txt', '')
truncateSync(huge, 200_000_000)
mkdirSync(join(folder, 'a folder'))

test('bad files get a message in words each and change nothing', async () => {
  const bad: readonly [string, RegExp][] = [
    [file('empty.txt', ''), /“empty\.txt” is empty/],
    [file('picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), /“picture\.txt” is not a text file/],
    [huge, /“huge\.txt” is too large/],
    [join(folder, 'a folder'), /“a folder” is empty/],
    [join(folder, 'gone.txt'), /“gone\.txt” is no longer where it was/],
    [file('short.txt', 'A headline and nothing else'), /No article text was found in “short\.txt”/],
    [file('half.json', '{"format": "palimpsest-history", "version": 1'), /“half\.json” looks like a history file/]
  ]
  running = await launch(bad.map(([path]) => path))
  const { page } = running
  const dialog = page.getByRole('dialog')
  for (const [, words] of bad) await expect(dialog).toContainText(words)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'See what the page used to say' })).toBeVisible()
  expect(await page.evaluate(() => window.palimpsest.library.counts({}))).toMatchObject({ value: { sources: [] } })
})

test('text in another encoding is read as it was written', async () => {
  const cyrillic =
    'cef2eaf0fbf2e8e520ece0f1f2e0f0eafbe22e0a0ac2fbf1f2e0e2eae020eff0eef5eee4e8eb20e220e3eef0eee4f1eaeee920e1e8e1ebe8eef2e5eae52e'
  running = await launch([file('cp1251.txt', Buffer.from(cyrillic.replaceAll('0a0a', '0a0a'), 'hex'))])
  await expect(running.page.getByRole('heading', { level: 1 })).toContainText('Открытие')
})

test('a library of a newer Palimpsest is refused by its version, in words', async () => {
  const data = scratch()
  const newer = new Database(join(data, 'library.palimpsest-db'))
  newer.pragma('application_id = 0x50414c49')
  newer.pragma('user_version = 42')
  newer.close()
  running = await launch([], data)
  await expect(running.page.getByText(/newer/i).first()).toBeVisible()
  await expect(running.page.getByText(/42/).first()).toBeVisible()
})

test('a damaged library is named, kept, and no blank window', async () => {
  const data = scratch()
  writeFileSync(join(data, 'library.palimpsest-db'), 'not a database at all, '.repeat(500))
  running = await launch([], data)
  await expect(running.page.getByRole('heading').first()).toContainText(/damaged/i)
})
