import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8')

/** The rules inside a media query of the tokens. */
function within(query: string): string {
  const start = css.indexOf(`@media (${query})`)
  const end = css.indexOf('\n}\n', start)
  return start < 0 ? '' : css.slice(start, end)
}

test.each([
  ['prefers-reduced-motion: reduce', ['--m-fast: 0ms', '--m-base: 0ms', '--m-slow: 0ms']],
  ['prefers-contrast: more', ['--ink-3', '--line-2', '--ctl-line']],
  ['prefers-reduced-transparency: reduce', ['--shade']],
  ['forced-colors: active', ['--add-mark: Highlight', '--del: GrayText', 'ins {', 'del {']]
])('%s is honoured', (query, rules) => {
  for (const rule of rules) expect(within(query)).toContain(rule)
})

test('what is wished for in contrast reads at 7 to 1 on paper', () => {
  const rules = within('prefers-contrast: more')
  const pairs = [...rules.matchAll(/--(ink-\d): light-dark\((#\w{6}), (#\w{6})\)/gu)]
  expect(pairs).toHaveLength(2)
  for (const [, , light, dark] of pairs) {
    expect(contrast(light!, '#ffffff')).toBeGreaterThanOrEqual(7)
    expect(contrast(dark!, '#1b1c1f')).toBeGreaterThanOrEqual(7)
  }
})

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
