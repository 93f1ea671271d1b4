import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, launchSample, scratch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(() => running.app.close())

test('axe finds nothing serious on any screen, light or dark', async () => {
  test.slow()
  running = await launch()
  const { page } = running
  await inBothThemes(page, 'welcome')
  await page.getByRole('button', { name: 'Add an article' }).click()
  await inBothThemes(page, 'add dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
  for (const article of [/Quay Row/, /Reservoir/, /driver/, /תזמורת/, /駅舎/]) {
    // Of a long list only what is in view is drawn.
    if (article.source === '駅舎') await page.getByRole('treeitem', { name: 'World desk' }).click()
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
