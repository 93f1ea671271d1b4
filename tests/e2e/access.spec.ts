import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, launchSample, scratch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(() => running.app.close())

test('axe finds nothing on the screens for what went wrong, nor in About', async () => {
  running = await launch([join(scratch(), 'gone.txt')])
  const { app, page } = running
  await expect(page.getByRole('dialog')).toContainText('no longer where it was')
  await inBothThemes(page, 'refused files')
  await page.keyboard.press('Escape')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command: 'about' })
  )
  await expect(page.getByRole('dialog')).toContainText('with their licences')
  await inBothThemes(page, 'about')
  await app.close()
  const data = scratch()
  writeFileSync(join(data, 'library.palimpsest-db'), 'not a database at all, '.repeat(500))
  running = await launch([], data)
  await expect(running.page.getByRole('heading').first()).toContainText(/damaged/i)
  await inBothThemes(running.page, 'damaged library')
})

test('every control is reached by Tab, shows its focus, and nothing traps it', async () => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  const seen = new Set<string>()
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return null
      const isRinged = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      // Of what scrolls or lies under others the ring is drawn around it, by what holds it.
      const drawn = [getComputedStyle(element), getComputedStyle(element, '::after')]
      if (element.parentElement !== null) drawn.push(getComputedStyle(element.parentElement, '::after'))
      const name = element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30) ?? ''
      return {
        name: `${element.getAttribute('role') ?? element.tagName} ${name}`,
        ringed: drawn.some(isRinged)
      }
    })
    if (focused === null) continue
    expect(focused).toEqual({ name: focused.name, ringed: true })
    if (focused.name === [...seen][0] && seen.size > 15) break
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
