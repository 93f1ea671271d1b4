import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/gu)]
const tokens = new Map(pairs.map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]))

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string, theme: 'light' | 'dark'): number {
  const [dark, light] = [luminance(tokens.get(a)![theme]), luminance(tokens.get(b)![theme])].toSorted((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

const grounds = ['paper', 'list', 'side', 'raise', 'sunk', 'sel', 'sel-list', 'hover']
const text = [
  ...['ink', 'ink-2', 'ink-3'].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...['add', 'del', 'mov'].flatMap((ink) => [[ink, 'paper'] as const, [ink, `${ink}-bg`] as const]),
  ['add', 'add-blk'],
  ['del', 'del-blk'],
  ['on-solid', 'solid']
] as const
const graphics = [
  ...['add-mark', 'del-mark', 'mov-mark', 'ink-3', 'ink-faint', 'ctl-line'].map((mark) => [mark, 'paper'] as const),
  ['add-mark', 'list'],
  ['del-mark', 'list']
] as const

test.each(text)('%s on %s can be read', (ink, ground) => {
  expect(contrast(ink, ground, 'light')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(ink, ground, 'dark')).toBeGreaterThanOrEqual(4.5)
})

test.each(graphics)('%s on %s can be seen', (mark, ground) => {
  expect(contrast(mark, ground, 'light')).toBeGreaterThanOrEqual(3)
  expect(contrast(mark, ground, 'dark')).toBeGreaterThanOrEqual(3)
})
