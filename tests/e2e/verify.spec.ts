import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { launch, launchSample, type Running } from './app.ts'

let running: Running
test.afterEach(() => running.app.close())

const fromMenu = (label: string) =>
  running.app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()!.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items.find((item) => item.label === wanted)!.click()
  }, label)

test('Verify library says that everything is as it was stored; an article can be verified by itself', async () => {
  running = await launchSample()
  const { page, complaints } = running
  await fromMenu('Verify library…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading')).toHaveText('Everything is as it was stored')
  await expect(dialog).toContainText(/Looked at \d+ articles, \d+ records/)
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().click()
  await fromMenu('Verify this article…')
  await expect(dialog.getByRole('heading')).toHaveText('This article is as it was stored')
  await expect(dialog).toContainText('Looked at 1 article,')
  expect(complaints).toEqual([])
})

test('a version that was changed behind its back is found after the next start, and named', async () => {
  const first = (running = await launchSample())
  await first.app.close()
  const store = new Database(join(first.data, 'library.palimpsest-db'))
  store.exec(`UPDATE revision SET words = words + 1
              WHERE id = (SELECT max(id) FROM revision) OR (seq = 1 AND article_id = (SELECT min(article_id) FROM revision))`)
  store.close()
  running = await launch([], first.data)
  const { page } = running
  await expect(page.getByText(/not as (it was|they were) stored/)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Show what was found' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('What its record says was changed')
  await dialog.getByRole('button', { name: 'Verify library' }).click()
  await expect(dialog.getByRole('heading')).toHaveText('2 places are not as stored', { timeout: 30_000 })
  await expect(dialog).toContainText(/“.+”, v1\./)
})
