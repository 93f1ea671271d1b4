import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds, of any impact, each with the first place it was found at. */
export async function findings(page: Page): Promise<string[]> {
  // Legacy mode: Electron cannot open the extra page that axe uses otherwise.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // What a tip says is the name of the button that it is beside: it belongs to no part of the page.
    .exclude('[data-overlay-container]:has([role=tooltip])')
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)
}

/** Nothing at all is found on a screen in light and in dark. */
export async function inBothThemes(page: Page, screen: string): Promise<void> {
  for (const source of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
    await expect(page.locator('html')).toHaveAttribute('data-theme', source, { timeout: 15_000 })
    expect([screen, source, await findings(page)]).toEqual([screen, source, []])
  }
}
