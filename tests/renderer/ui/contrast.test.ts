import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'
type Tokens = ReadonlyMap<string, Readonly<Record<Theme, string>>>

/** The colours of one block of rules, over those that hold without it. */
function tokensOf(rules: string, usual: Tokens): Tokens {
  const own = new Map(usual)
  for (const [, name, value] of rules.matchAll(/--([\w-]+): ([^;]+);/gu)) {
    const [, light, dark] = /^light-dark\((#\w{6}), (#\w{6})\)$/u.exec(value!) ?? []
    if (light !== undefined && dark !== undefined) own.set(name!, { light, dark })
    const other = /^var\(--([\w-]+)\)$/u.exec(value!)?.[1]
    const known = other === undefined ? undefined : own.get(other)
    if (known !== undefined) own.set(name!, known)
    // A mark without a ground of its own lies on the paper.
    if (value === 'transparent') own.set(name!, own.get('paper')!)
  }
  return own
}

const rulesOf = (selector: string) => css.slice(css.indexOf(`${selector} {`)).split('}')[0]!
const usual = tokensOf(rulesOf(':root'), new Map())
const palettes: Readonly<Record<string, Tokens>> = {
  'blue and orange': usual,
  'green and red': tokensOf(rulesOf("[data-change='greenred']"), usual),
  'no colours': tokensOf(rulesOf("[data-change='none']"), usual)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string, { tokens, theme }: { tokens: Tokens; theme: Theme }): number {
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

describe.each(Object.entries(palettes))('%s', (_, tokens) => {
  test.each(text)('%s on %s can be read', (ink, ground) => {
    expect(contrast(ink, ground, { tokens, theme: 'light' })).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ink, ground, { tokens, theme: 'dark' })).toBeGreaterThanOrEqual(4.5)
  })

  test.each(graphics)('%s on %s can be seen', (mark, ground) => {
    expect(contrast(mark, ground, { tokens, theme: 'light' })).toBeGreaterThanOrEqual(3)
    expect(contrast(mark, ground, { tokens, theme: 'dark' })).toBeGreaterThanOrEqual(3)
  })
})
