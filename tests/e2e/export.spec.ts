import { expect, test, type ElectronApplication, type Page } from '@playwright/test'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchSample, scratch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

/** Answers the next dialogs of the system with a place in this folder, under the name that is offered. */
async function saveInto(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog, shell }, into) => {
    const shown: string[] = []
    Object.assign(globalThis, { shown })
    dialog.showSaveDialog = ((_: unknown, { defaultPath = '' }: { defaultPath?: string }) =>
      Promise.resolve({ canceled: false, filePath: `${into}/${defaultPath.split(/[/\\]/u).at(-1)}` })) as never
    shell.showItemInFolder = (path: string) => void shown.push(path)
  }, folder)
}

async function exportAs(page: Page, format: string): Promise<void> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${format}`, 'u') }).press('Space')
  await dialog.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.locator('.toast')).toContainText('Exported')
}

test('what changed is written as a report, Markdown, JSON and text; a report asks the network for nothing', async () => {
  running = await launchSample()
  const { app, page } = running
  const folder = scratch()
  await saveInto(app, folder)
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.locator('.row-headline')).toBeVisible()
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByRole('radio', { name: /^Report/u })).toBeChecked()
  await inBothThemes(page, 'export')
  await page.getByRole('textbox', { name: 'File name' }).fill('quay')
  await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
  await expect(page.locator('.toast')).toContainText('Exported quay.html.')
  await page.getByRole('button', { name: 'Show in folder' }).click()
  const shown = await app.evaluate(() => (globalThis as unknown as { readonly shown: readonly string[] }).shown)
  expect(shown).toEqual([`${folder}/quay.html`])
  const html = readFileSync(join(folder, 'quay.html'), 'utf8')
  expect(html).toContain('<ins>Up to sixty</ins>')
  expect(html).not.toMatch(/<script|src=|href=/u)

  const answer = await page.evaluate(() => window.palimpsest.shell.showInFolder({ path: '/etc/passwd' }))
  expect(answer).toMatchObject({ error: { code: 'bad-arguments' } })

  for (const format of ['Markdown', 'JSON', 'Plain text']) await exportAs(page, format)
  const base = 'quay-row-families-will-have-a-choice-over-v1-v5'
  for (const extension of ['md', 'json', 'txt']) expect(existsSync(join(folder, `${base}.${extension}`))).toBe(true)
  expect(JSON.parse(readFileSync(join(folder, `${base}.json`), 'utf8'))).toMatchObject({ same: false })
})

test('several files: what became of each, in numbers and words; the import is undone, and back', async () => {
  running = await launchSample()
  const { app, page } = running
  const folder = scratch()
  await saveInto(app, folder)
  const texts = ['Ferry to be late\n\nThe boat has a leak.', 'Choir sings on\n\nA hundred voices met in the hall.', '']
  const paths = texts.map((text, n) => {
    writeFileSync(join(folder, `${n}.txt`), text)
    return join(folder, `${n}.txt`)
  })
  await app.evaluate(
    ({ BrowserWindow }, all) => BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'openFiles', all),
    { paths: [...paths, join(folder, 'gone.txt')] }
  )
  const dialog = page.getByRole('dialog', { name: '4 files' })
  await expect(dialog.getByText(/^2 articles and 2 versions added in/u)).toBeVisible()
  await expect(dialog.getByText('“2.txt” is empty.')).toBeVisible()
  await expect(dialog.getByText(/“gone.txt” is no longer where it was/u)).toBeVisible()
  await inBothThemes(page, 'import results')
  await dialog.getByRole('button', { name: 'Save log' }).click()
  await expect.poll(() => existsSync(join(folder, 'palimpsest-import.txt'))).toBe(true)
  expect(readFileSync(join(folder, 'palimpsest-import.txt'), 'utf8')).toContain('Choir sings on')
  const all = page.getByRole('button', { name: 'All articles' }).locator('.count')
  await expect(all).toHaveText('21')
  await dialog.getByRole('button', { name: 'Undo import' }).click()
  await expect(all).toHaveText('19')
  await page.keyboard.press('Control+z')
  await expect(all).toHaveText('21')
})
