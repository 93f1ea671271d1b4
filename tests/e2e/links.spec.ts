import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPath, launchSample, root, scratch, type Running } from './app.ts'

let running: Running
test.afterEach(() => running.app.close())

/** What the system does when a link is pressed, or a file opened, anywhere: the program is started once more, with that. */
async function press(link: string): Promise<void> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electronPath, [root, link, ...sandbox], {
    env: { ...process.env, DISPLAY: process.env['DISPLAY'], PALIMPSEST_DATA: running.data },
    stdio: 'ignore'
  })
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
}

test('a link opens what the library has, offers to add what it has not, and asks for nothing by itself', async () => {
  running = await launchSample()
  const { page, app } = running
  await page.getByRole('option').nth(1).click()
  const open = page.locator('[role=option][aria-selected=true]')
  await expect(open).toHaveCount(1)
  const article = Number(await open.getAttribute('data-article'))
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('copy-article-link')?.click())
  await expect(page.locator('.toast')).toContainText('Link copied')
  const link = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(link).toMatch(/^palimpsest:\/\/article\/[\da-f-]{36}\/\d+[a-z]*(?:\.\.\d+[a-z]*)?$/)

  await page.getByRole('option').first().click()
  await expect(open).not.toHaveAttribute('data-article', String(article))
  await press(link)
  await expect(open).toHaveAttribute('data-article', String(article))
  await press(link.replace(/\/\d+[a-z]*(?:\.\.\d+[a-z]*)?$/, '/1..999'))
  await expect(page.locator('.toast')).toContainText('Version 999 is not in your library')

  await press('palimpsest://article/00000000-0000-4000-8000-000000000000')
  await expect(page.locator('.toast')).toContainText('This article is not in your library.')
  await press('palimpsest://article/1/../../../etc/passwd')
  await expect(page.locator('.toast')).toContainText('This link cannot be read')
  await press(`palimpsest://article?url=${encodeURIComponent('https://news.invalid/story')}`)
  await expect(page.locator('.toast')).toContainText('This article is not in your library.')
  await page.screenshot({ path: 'test-results/link-toast.png' })
  await page.getByRole('button', { name: 'Add news.invalid' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue('https://news.invalid/story')
  await expect(page.getByRole('dialog')).not.toContainText('could not')
  await page.screenshot({ path: 'test-results/link-add.png' })
})

test('a file of any letters that is opened elsewhere reaches the window that is there', async () => {
  running = await launchSample()
  const folder = join(scratch(), 'Ünïcode 日本 dir')
  mkdirSync(folder)
  const file = join(folder, 'نص №1.txt')
  writeFileSync(file, 'A head of its own\n\nWords that nobody wrote before, in a file far away.\n')
  await press(file)
  await expect(running.page.getByRole('heading', { level: 1, name: 'A head of its own' })).toBeVisible()
})
