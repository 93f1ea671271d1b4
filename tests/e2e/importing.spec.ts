import { expect, test, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { editText, unzip, zip } from '../library/exchange/repack.ts'
import { launch, launchSample, scratch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'
import { archiveOfHouses } from './web-archive.ts'

let running: Running
test.afterEach(() => running.app.close())

function archive(): string {
  const path = join(scratch(), 'march.warc')
  writeFileSync(path, archiveOfHouses)
  return path
}

/** Files are handed over as the system does. */
const open = (paths: readonly string[]) =>
  running.app.evaluate(
    ({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'openFiles', given),
    { paths: [...paths] }
  )

const articles = (page: Page) => page.getByRole('button', { name: 'All articles' }).locator('.count')

test('an archive shows first what it holds; nothing is stored until it is added, and the import is undone', async () => {
  const file = archive()
  running = await launch([file])
  const { page } = running
  const dialog = page.getByRole('dialog', { name: 'march.warc' })
  await expect(dialog.getByText('Web archive (WARC): 1 article in 2 versions.')).toBeVisible({ timeout: 15_000 })
  await expect(dialog.getByText('Nothing is stored yet.')).toBeVisible()
  await inBothThemes(page, 'what a file holds')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: /what the page used to say/u })).toBeVisible()
  await open([file])
  await dialog.getByRole('button', { name: 'Add to library' }).click()
  await expect(dialog.getByText(/^1 article with 2 versions added in/u)).toBeVisible()
  await expect(dialog.getByText(/1 record that holds no page/u)).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await expect(articles(page)).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(articles(page)).toHaveText('1')
  await page.getByRole('option', { name: /Council counts 60 houses/u }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Council counts/u })).toBeVisible()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await expect(page.getByText('40', { exact: true }).first()).toBeVisible()
  await open([file])
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Already in the library' })).toContainText('2')
  await expect(dialog.getByRole('button', { name: 'Add to library' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a package says who made it and that it is whole; a changed one says that it is not, and only the rest is taken', async () => {
  running = await launchSample()
  const { page } = running
  const path = join(scratch(), 'sample.palimpsest')
  const written = await page.evaluate(
    (to) =>
      window.palimpsest.library.exportArticles({
        articles: null,
        format: 'package',
        path: to,
        notes: true,
        madeBy: 'Jane Roe'
      }),
    path
  )
  expect(written).toEqual({ value: { state: 'written' } })
  await open([path])
  const whole = page.getByRole('dialog', { name: 'sample.palimpsest' })
  await expect(whole.getByText('Palimpsest package: 19 articles in 109 versions.')).toBeVisible({ timeout: 20_000 })
  await expect(
    whole.getByText('Made by “Jane Roe”. The name stands in the file; anybody could have written it.')
  ).toBeVisible()
  await expect(whole.getByText('Its own hashes fit everything it holds.')).toBeVisible()
  await expect(whole.getByRole('listitem').filter({ hasText: 'Already in the library' })).toContainText('109')
  await page.keyboard.press('Escape')
  const files = await unzip(path)
  const article = [...files.keys()].find((name) => name.startsWith('palimpsest/articles/'))!
  editText(files, article, (text) => text.replace('the', 'teh'))
  await open([await zip(files)])
  const changed = page.getByRole('dialog', { name: 'tampered.palimpsest' })
  await expect(changed.getByText('It is not what was written: its own hashes do not fit.')).toBeVisible({
    timeout: 20_000
  })
  await inBothThemes(page, 'a package that was changed')
})

test('a zone is asked for where times name none, and the times are read in it', async () => {
  const path = join(scratch(), 'clipping.md')
  const text =
    '---\nsource: https://courier.example/clipping\ncreated: 2024-01-03T10:00:00\n---\n# Wall to go\n\nAll of it.\n'
  writeFileSync(path, text)
  running = await launch([path])
  const { page } = running
  const dialog = page.getByRole('dialog', { name: 'clipping.md' })
  await dialog.getByLabel('Time zone of times that name none').selectOption('Asia/Tokyo')
  await inBothThemes(page, 'a zone is asked for')
  await dialog.getByRole('button', { name: 'Add to library' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Wall to go' })).toBeVisible()
  const times = await page.evaluate(async () => {
    const { library } = window.palimpsest
    const list = await library.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 1 })
    const article = 'value' in list ? list.value.rows[0]!.id : 0
    const timemap = await library.timemap({ article })
    return 'value' in timemap ? timemap.value.revisions.map(({ at }) => at) : []
  })
  expect(times).toEqual(['2024-01-03T01:00:00.000Z'])
})
