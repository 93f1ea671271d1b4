import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPath, launch, launchSample, root, scratch, type Running } from './app.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const fixtures = join(root, 'tests/fixtures/saved-states')
const states = [join(fixtures, 'v1.txt'), join(fixtures, 'v2.txt')]
const marks = async (page: Page) => ({
  removed: await page.locator('del').allTextContents(),
  added: await page.locator('ins').allTextContents()
})

test('two saved states on the command line: the changes between them, the ticked claim folded', async () => {
  running = await launch(states)
  const { page } = running
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lantern parade to leave from the old fish market')
  expect(await marks(page)).toEqual({ removed: ['four', 'rle', 'five'], added: ['six', 'role', 'half past four'] })
  await expect(page.getByText('14 Nov, 2025 08:30', { exact: false }).first()).toBeVisible()
  await page.getByRole('button', { name: /1 change folded/ }).click()
  await expect(page.getByText('Updated 2 hours ago', { exact: false }).last()).toBeVisible()
})

const real = join(root, '../shared/articles/us-sets-condition')

test('the article this product began with: one change in the text', async () => {
  running = await launch()
  test.skip(!existsSync(real), 'its text is not here')
  await running.app.close()
  running = await launch([join(real, 'v2.txt'), join(real, 'v1.txt')])
  const { page } = running
  await expect(page.getByRole('slider')).toHaveCount(2)
  expect(await marks(page)).toEqual({ removed: ['rle'], added: ['role'] })
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect(page.getByRole('button', { name: /1 change folded/ })).toBeVisible()
})

test('a second launch hands its files to the window that is open', async () => {
  running = await launch([states[0]!])
  const { page, data } = running
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electronPath, [root, 'v2.txt', ...sandbox], {
    cwd: fixtures,
    env: { ...process.env, PALIMPSEST_DATA: data }
  })
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
  await expect(page.locator('ins').first()).toHaveText('six')
  await expect(page.getByRole('option')).toHaveCount(1)
})

test('File > Open and dropping files do the same as the command line', async () => {
  running = await launch()
  const { app, page } = running
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
  }, states)
  await page.getByRole('button', { name: 'Open a file' }).click()
  await expect(page.locator('ins').first()).toHaveText('six')

  const third = join(scratch(), 'v3.txt')
  writeFileSync(
    third,
    'Lantern parade called off\n\nThe lantern parade has been called off, the Pell Harbour arts trust said.\n\nRoads along the quay will stay open.'
  )
  await drop(page, [third])
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lantern parade called off')
})

/** Drops real files: only the browser itself can make File objects that know where they lie. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
}

test('pasted text becomes an article; input is kept while the dialog is closed', async () => {
  running = await launch()
  const { page } = running
  await page.getByRole('button', { name: 'Add an article' }).click()
  await page.getByRole('tab', { name: 'Paste text' }).click()
  const field = page.getByRole('dialog').getByRole('textbox')
  await field.fill('Library to open on Sundays')
  await page.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('dialog')).toContainText('No article text was found')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add an article' }).click()
  await expect(field).toHaveValue('Library to open on Sundays')
  await field.fill('Library to open on Sundays\n\nThe town library will open on Sundays from May.')
  await page.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library to open on Sundays')
})

test('the two handles: arrows, Home and End, the global keys, the mouse', async () => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  const older = page.getByRole('slider', { name: 'Older version' })
  const newer = page.getByRole('slider', { name: 'Newer version' })
  const now = async () => [await older.getAttribute('aria-valuenow'), await newer.getAttribute('aria-valuenow')]
  const at = (pair: readonly string[]) => expect.poll(now).toEqual(pair)
  await page.keyboard.press('a')
  await at(['1', '5'])
  await older.press('ArrowRight')
  await at(['2', '5'])
  await newer.press('Home')
  await at(['2', '3'])
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('ArrowRight')
  await at(['2', '4'])
  await page.keyboard.press('Shift+ArrowLeft')
  await at(['1', '4'])
  await page.keyboard.press('Alt+ArrowRight')
  await at(['2', '5'])
  await page.keyboard.press('l')
  await at(['4', '5'])
  await page.keyboard.press('[')
  await at(['3', '4'])
  await page.keyboard.press('a')
  await at(['1', '5'])
  const from = (await older.boundingBox())!
  const to = (await newer.boundingBox())!
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, from.y, { steps: 12 })
  await page.mouse.up()
  await at(['4', '5'])
})

test('next and previous change go through all of them in order and wrap', async () => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  await page.keyboard.press('a')
  await expect(
    page
      .getByText('first against latest, 10 changes', { exact: false })
      .or(page.getByText(/Comparing version 1 with version 5/))
  ).toBeAttached()
  const stepper = page.getByText(/^\d+ of \d+$/)
  await expect(stepper).toHaveText(/^1 of/)
  const total = Number(/of (\d+)/.exec((await stepper.textContent()) ?? '')?.[1])
  expect(total).toBeGreaterThan(5)
  for (let n = 2; n <= total; n++) {
    await page.keyboard.press('n')
    await expect(stepper).toHaveText(`${n} of ${total}`)
  }
  await page.keyboard.press('n')
  await expect(stepper).toHaveText(`1 of ${total}`)
  await page.keyboard.press('Shift+F7')
  await expect(stepper).toHaveText(`${total} of ${total}`)
})

test('every article of the sample library opens in both views, and each view says what it shows', async () => {
  running = await launchSample()
  const { page } = running
  for (const option of await page.getByRole('option').all()) {
    await option.click()
    await page.keyboard.press('2')
    await expect(page.locator('.track [role=slider]')).toHaveCount(2)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('1')
    await expect(page.locator('.track [role=slider]')).toHaveCount(1)
    await expect(page.locator('del, ins')).toHaveCount(0)
  }
})
