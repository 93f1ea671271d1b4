import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const renderer = resolve(import.meta.dirname, '../../src/renderer')
const files = globSync('**/*.css', { cwd: renderer })

const sides = /^(?:left|right|float|clear|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b.*)$/u
const corners = /^border-(?:top|bottom)-(?:left|right)-radius$/u
const fourSided = /^(?:margin|padding|inset|border-width|border-color|border-style|scroll-margin|scroll-padding)$/u

/** The values of a shorthand, of which one may be a function with spaces inside. */
const partsOf = (value: string) => value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/gu) ?? []

/** Corners of a box from the upper left on: the same at both sides. */
function isEven(corners: readonly string[]): boolean {
  const [first, second = first, third = first, fourth = second] = corners
  return first === second && third === fourth
}

/** What names a side of the window by left or right, and would stay there where the window is mirrored. */
function isPhysical(name: string, value: string): boolean {
  if (sides.test(name) || corners.test(name)) return true
  if (/^(?:text-align|justify-\w+|caption-side)$/u.test(name)) return /\b(?:left|right)\b/u.test(value)
  const parts = partsOf(value)
  if (fourSided.test(name)) return parts.length === 4 && parts[1] !== parts[3]
  if (name === 'border-radius' && !value.includes('/')) return !isEven(parts)
  return false
}

const declarations = (css: string) =>
  [...css.replaceAll(/\/\*[\s\S]*?\*\//gu, '').matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+);/gu)].map(
    ([, name, value]) => [name!, value!.trim()] as const
  )

test('there is something to look at', () => expect(files.length).toBeGreaterThan(10))

test.each(files)('%s lays nothing out by left and right', (file) => {
  const physical = declarations(readFileSync(join(renderer, file), 'utf8')).filter((one) => isPhysical(...one))
  expect(physical.map(([name, value]) => `${name}: ${value}`)).toEqual([])
})

test.each([
  ['margin-left', '1px'],
  ['padding', '0 1px 0 2px'],
  ['padding', '0 var(--a) 0 calc(var(--b) + 1px)'],
  ['inset', '0 auto 0 0'],
  ['text-align', 'right'],
  ['border-radius', '4px 0 0 4px'],
  ['left', '0']
])('%s: %s would be found', (name, value) => expect(isPhysical(name, value)).toBe(true))

test.each([
  ['margin', '0 auto'],
  ['padding', '1px 2px 3px'],
  ['padding', '0 calc(1px + 2px) 0 calc(1px + 2px)'],
  ['border-radius', '4px'],
  ['border-radius', '4px 4px 0 0'],
  ['inset-inline-start', '0']
])('%s: %s may stand', (name, value) => expect(isPhysical(name, value)).toBe(false))
