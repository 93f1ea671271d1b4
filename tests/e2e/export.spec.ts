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

  for (const format of ['Markdown', 'JSON', 'Plain text', 'Patch']) await exportAs(page, format)
  const base = 'quay-row-families-will-have-a-choice-over-v1-v5'
  for (const extension of ['md', 'json', 'txt', 'patch'])
    expect(existsSync(join(folder, `${base}.${extension}`))).toBe(true)
  expect(JSON.parse(readFileSync(join(folder, `${base}.json`), 'utf8'))).toMatchObject({ same: false })
})

test('a PDF is tagged and has its title; a card says what it shows', async () => {
  running = await launchSample()
  const { app, page } = running
  const folder = scratch()
  await saveInto(app, folder)
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.locator('.row-headline')).toBeVisible()
  await exportAs(page, 'PDF')
  const base = 'quay-row-families-will-have-a-choice-over-v1-v5'
  const pdf = readFileSync(join(folder, `${base}.pdf`), 'latin1')
  expect(pdf).toMatch(/^%PDF-1\.\d/u)
  expect(pdf).toContain('/StructTreeRoot')
  expect(pdf).toContain('/Outlines')
  await exportAs(page, 'Share card')
  const png = readFileSync(join(folder, `${base}.png`))
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(png.toString('utf8')).toContain('added: “Quay Row families')
  await page.getByRole('button', { name: 'Copy description' }).click()
  await expect(page.locator('.toast')).toContainText('on the clipboard')
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('The Orrinmouth Courier changed')
})

test('articles are exported whole: the open one, chosen ones, a folder, the library', async () => {
  running = await launchSample()
  const { app, page } = running
  const folder = scratch()
  await saveInto(app, folder)
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.locator('.row-headline')).toBeVisible()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('The whole article').click()
  await inBothThemes(page, 'export of an article')
  await dialog.getByRole('radio', { name: /^History/u }).press('Space')
  await dialog.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(page.locator('.toast')).toContainText('Exported quay-row-families-will-have-a-choice-over.json.')
  await page.getByRole('option', { name: /Quay Row/u }).press('Control+a')
  await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toContainText(/Export \d+ articles/u)
  await dialog.getByRole('radio', { name: /^Edits \(CSV\)/u }).press('Space')
  await dialog.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(page.locator('.toast')).toContainText('Exported articles.csv.')
  expect(readFileSync(join(folder, 'articles.csv'), 'utf8')).toMatch(/^entry_id,url,.*\r\n/u)
  await page.keyboard.press('Escape')
  await page.getByRole('treeitem', { name: /City desk/u }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Export' }).click()
  await expect(dialog).toContainText(/Export City desk, \d+ articles/u)
  await page.keyboard.press('Escape')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('shell-event', 'menu', { command: 'export-library' })
  )
  await expect(dialog).toContainText('Export the library')
  await dialog.getByRole('radio', { name: /^Feed/u }).press('Space')
  await dialog.getByRole('button', { name: 'Export' }).press('Enter')
  await expect(page.locator('.toast')).toContainText('Exported library.atom.')
  expect(readFileSync(join(folder, 'library.atom'), 'utf8')).toContain('<feed xmlns="http://www.w3.org/2005/Atom">')
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
