import { IntlMessageFormat } from 'intl-messageformat'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/catalogue/en.ts'
import { es } from '../../src/catalogue/es.ts'
import { accented, mirrored } from '../../src/catalogue/pseudo.ts'
import type { Catalogue, Key } from '../../src/catalogue/words.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const src = resolve(import.meta.dirname, '../../src')
const keys = Object.keys(en) as Key[]
const languages: readonly (readonly [string, Catalogue])[] = [
  ['en', en],
  ['es', es]
]
const code = globSync('{renderer,main,domain,contract}/**/*.{ts,tsx}', { cwd: src })
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n')
const parsed = (locale: string, message: string) => new IntlMessageFormat(message, locale).getAst()

function canBeRead(locale: string, message: string): boolean {
  try {
    return parsed(locale, message).length > 0
  } catch {
    return false
  }
}

/** What is filled in: names of arguments, `<tag>`s and what a choice is made of, in all branches. */
function partsOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if ('children' in element) return [`<${element.value}>`, ...partsOf(element.children)]
    if (!('options' in element)) return element.type === textType || !('value' in element) ? [] : [element.value]
    const inside = Object.values(element.options).flatMap(({ value }) => partsOf(value))
    return [element.value, ...inside]
  })
}

/** The names that a value is compared with: they are not said, and must not be translated. */
function choicesOf(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => {
    if ('children' in element) return choicesOf(element.children)
    if (!('options' in element)) return []
    const own = element.type === selectType ? Object.keys(element.options) : []
    return [...own, ...Object.values(element.options).flatMap(({ value }) => choicesOf(value))]
  })
}

const textType: Element['type'] = 0
const selectType: Element['type'] = 5
const sorted = (names: readonly string[]) => [...new Set(names)].toSorted()

describe.each(languages)('%s', (locale, catalogue) => {
  test('says something for every name', () => {
    for (const key of keys) expect([key, catalogue[key].trim() === '']).toEqual([key, false])
  })

  test('every message can be read', () => {
    expect(keys.filter((key) => !canBeRead(locale, catalogue[key]))).toEqual([])
  })

  test('every message is filled with the same as the English one', () => {
    for (const key of keys) {
      const own = sorted(partsOf(parsed(locale, catalogue[key])))
      expect([key, own]).toEqual([key, sorted(partsOf(parsed('en', en[key])))])
    }
  })

  test('a choice in a message is made among names that the code gives, which are not translated', () => {
    for (const key of keys) {
      const english = new Set(choicesOf(parsed('en', en[key])))
      const own = choicesOf(parsed(locale, catalogue[key])).filter((name) => !english.has(name))
      expect([key, own.filter((name) => !code.includes(`'${name}'`))]).toEqual([key, []])
    }
  })

  test('no message shouts', () => {
    for (const key of keys) expect([key, /[!¡]/u.test(catalogue[key])]).toEqual([key, false])
  })
})

test('Spanish addresses nobody, and has one word for a thing', () => {
  const other = /\b(?:tú|usted(?:es)?|tus?|puedes|pulsa|elige|ordenador|computadora|fichero|librería|favorit[oa]s?)\b/iu
  expect(keys.filter((key) => other.test(es[key]))).toEqual([])
})

test('no name is given twice', async () => {
  const files = globSync('catalogue/en/*.ts', { cwd: src })
  const parts = await Promise.all(
    files.map(async (file) => Object.values((await import(join(src, file))) as Record<string, Record<string, string>>))
  )
  const given = parts.flat().flatMap((part) => Object.keys(part))
  expect(given.filter((name, index) => given.indexOf(name) !== index)).toEqual([])
  expect(sorted(given)).toEqual(sorted(keys))
})

test('English that is tried out is filled with the same as English', () => {
  for (const trial of [accented, mirrored]) {
    for (const key of keys) {
      const plain = parsed('en', en[key])
      expect([key, sorted(partsOf(trial.alter(plain)))]).toEqual([key, sorted(partsOf(plain))])
    }
  }
})
