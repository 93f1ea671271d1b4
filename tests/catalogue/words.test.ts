import { afterEach, describe, expect, test } from 'vitest'
import { en } from '../../src/catalogue/en.ts'
import { es } from '../../src/catalogue/es.ts'
import { accented, mirrored } from '../../src/catalogue/pseudo.ts'
import { direction, locale, setLanguage, t, tell } from '../../src/catalogue/words.ts'

afterEach(() => setLanguage('en', en))

test('numbers choose among forms, and are written as the region writes them', () => {
  expect(t('amount.versions', { n: 1 })).toBe('1 version')
  expect(t('amount.versions', { n: 1234 })).toBe('1,234 versions')
  setLanguage('es-DE', es)
  expect(locale()).toBe('es-DE')
  expect(t('amount.versions', { n: 1 })).toBe('1 versión')
  expect(t('amount.versions', { n: 12_345 })).toBe('12.345 versiones')
})

test('a message with tags is told in parts', () => {
  const told = tell('rescue.trouble', { title: 'A', text: 'B', b: (inside) => ({ bold: inside }) })
  expect(told).toEqual([{ bold: ['A.'] }, ' B'])
})

describe('English that is tried out', () => {
  test('with accents it is about 40 % longer, in brackets, and fills in what is given as it is', () => {
    setLanguage('en-XA', en, accented)
    expect(t('amount.versions', { n: 3 })).toBe('⟦3 vééŕšííóóñš⟧')
    expect(direction()).toBe('ltr')
    expect(t('import.versions', { n: 1, headline: 'Bridge' })).toContain('“Bridge”')
    const grown = t('welcome.lede').length / en['welcome.lede'].length
    expect(grown).toBeGreaterThan(1.25)
  })

  test('mirrored, its words run from right to left, each by itself', () => {
    setLanguage('en-XB', en, mirrored)
    expect(direction()).toBe('rtl')
    expect(t('app.close')).toBe('\u200F\u202EClose\u202C\u200F')
    expect(t('amount.versions', { n: 3 })).toBe('3 \u200F\u202Eversions\u202C\u200F')
  })
})
