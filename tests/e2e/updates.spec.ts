import { expect, test } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { launch, type Running } from './app.ts'

let running: Running
let server: Server
let asked = 0

test.beforeAll(async () => {
  const list = { version: '99.0.0', page: 'https://palimpsest.invalid/download', notes: '<b>New</b> views.' }
  server = createServer((_request, response) => {
    asked++
    response.end(JSON.stringify({ ...list, sizes: { linux: 104_000_000, darwin: 1, win32: 1 } }))
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  process.env['PALIMPSEST_UPDATES'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.json`
})
test.afterAll(() => {
  delete process.env['PALIMPSEST_UPDATES']
  server.close()
})
test.afterEach(() => running.app.close())

test('nobody is asked for new versions before the reader says so; then what there is stands in words', async () => {
  running = await launch()
  const { page, app } = running
  const opened: string[] = []
  await page.keyboard.press('Control+,')
  const setting = page.getByRole('switch', { name: 'Check for new versions' })
  await expect(setting).not.toBeChecked()
  expect(asked).toBe(0)
  await page.screenshot({ path: 'test-results/updates-settings.png' })
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('Palimpsest 99.0.0 is available.')).toBeVisible()
  await expect(page.getByText('<b>New</b> views.')).toBeVisible()
  expect(asked).toBe(1)
  await page.screenshot({ path: 'test-results/updates-found.png' })
  await setting.click()
  await expect(setting).toBeChecked()
  await page.keyboard.press('Escape')

  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] })
    shell.openExternal = (url) => {
      ;(globalThis as unknown as { opened: string[] }).opened.push(url)
      return Promise.resolve()
    }
  })
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('updates')?.click())
  await page.getByRole('button', { name: 'Open the download page' }).click()
  opened.push(...(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)))
  expect(opened).toEqual(['https://palimpsest.invalid/download'])
  await page.evaluate(() => window.palimpsest.shell.setLanguage({ choice: 'es' }))
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/)
  await expect(page.getByRole('button').first()).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('switch', { name: 'Buscar versiones nuevas' })).toBeChecked({ timeout: 10_000 })
  await page.screenshot({ path: 'test-results/updates-es.png' })
})
