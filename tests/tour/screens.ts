// A picture of every screen and state, in light and dark, in out/screens.
import { expect } from '@playwright/test'
import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { launch, root } from '../e2e/app.ts'
import { everyScreen } from '../e2e/screens.ts'

const folder = join(root, 'out/screens')
rmSync(folder, { recursive: true, force: true })
for (const theme of ['light', 'dark']) mkdirSync(join(folder, theme), { recursive: true })
const running = await launch()
const { page } = running
try {
  await everyScreen(running, async (name) => {
    for (const theme of ['dark', 'light'] as const) {
      await page.evaluate((source) => window.palimpsest.shell.setTheme({ source }), theme)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme, { timeout: 30_000 })
      await page.waitForTimeout(300)
      const file = join(folder, theme, `${name}.png`)
      await page.screenshot({ path: file })
      console.log(relative(root, file))
    }
  })
} finally {
  await running.app.close()
}
