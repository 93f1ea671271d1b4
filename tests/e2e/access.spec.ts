import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, launchSample, scratch, type Running } from './app.ts'

let running: Running
test.afterEach(() => running.app.close())

/** Serious and critical findings of axe, each with the first place it was found at. */
async function findings(page: Page): Promise<string[]> {
  // Legacy mode: Electron cannot open the extra page that axe uses otherwise.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)
}

async function inBothThemes(page: Page, screen: string): Promise<void> {
  for (const source of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
    await expect(page.locator('html')).toHaveAttribute('data-theme', source)
    expect([screen, source, await findings(page)]).toEqual([screen, source, []])
  }
}

test('axe finds nothing serious on any screen, light or dark', async () => {
  running = await launch()
  const { page } = running
  await inBothThemes(page, 'welcome')
  await page.getByRole('button', { name: 'Add an article' }).click()
  await inBothThemes(page, 'add dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
  for (const article of [/Quay Row/, /Reservoir/, /driver/, /תזמורת/, /駅舎/]) {
    await page.getByRole('option', { name: article }).click()
    await page.keyboard.press('2')
    await inBothThemes(page, `inline ${String(article)}`)
  }
  await page.keyboard.press('1')
  await inBothThemes(page, 'read')
  await page.keyboard.press('?')
  await inBothThemes(page, 'shortcuts')
})

test('nor on the screens for what went wrong, nor in About', async () => {
  running = await launch([join(scratch(), 'gone.txt')])
  const { app, page } = running
  await expect(page.getByRole('dialog')).toContainText('no longer where it was')
  await inBothThemes(page, 'refused files')
  await page.keyboard.press('Escape')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command: 'about' })
  )
  await expect(page.getByRole('dialog')).toContainText('Licences')
  await inBothThemes(page, 'about')
  await app.close()
  const data = scratch()
  writeFileSync(join(data, 'library.palimpsest-db'), 'not a database at all, '.repeat(500))
  running = await launch([], data)
  await expect(running.page.getByRole('heading').first()).toContainText(/damaged/i)
  await inBothThemes(running.page, 'damaged library')
})

test('at 900 and 720 pixels nothing is lost and axe finds nothing serious', async () => {
  running = await launchSample()
  const { app, page } = running
  await expect(page.getByRole('slider').first()).toBeVisible()
  for (const [width, height] of [
    [900, 800],
    [720, 450]
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size.width, size.height),
      { width, height }
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    await inBothThemes(page, `${width} pixels`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
})

test('every control is reached by Tab, shows its focus, and nothing traps it', async () => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  const seen = new Set<string>()
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      const name = element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30) ?? ''
      return {
        name: `${element.getAttribute('role') ?? element.tagName} ${name}`,
        ringed: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      }
    })
    if (focused === null) continue
    expect(focused).toMatchObject({ ringed: true })
    if (seen.has(focused.name) && seen.size > 15) break
    seen.add(focused.name)
  }
  const names = [...seen].join('\n')
  for (const control of [
    'slider Older version',
    'slider Newer version',
    'Next change',
    'Previous change',
    'Hide sidebar',
    'Add to library'
  ]) {
    expect(names).toContain(control)
  }
})
