import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchTokens } from '../../../src/domain/search/tokens.ts'
import { anyText } from './any-text.ts'

const tokens = (text: string) => searchTokens(text).map(({ token }) => token)
const runs = { numRuns: 2_000 }

test('tokens stand in the text one after another', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0
      for (const { start, end } of searchTokens(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
    runs
  )
})

test('a token is letters, digits and marks, and its own folding', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const token of tokens(text)) {
        expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Co}]+$/u)
        expect(tokens(token)).toEqual([token])
      }
    }),
    runs
  )
})

test('the same text in another normal form, or in capitals of English, has the same tokens', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(tokens(text.normalize('NFD'))).toEqual(tokens(text.normalize('NFC')))
      expect(tokens(text.replace(/[a-z]/g, (letter) => letter.toUpperCase()))).toEqual(tokens(text))
    }),
    runs
  )
})

test('what is cut out between two tokens has the tokens in between', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
      const found = searchTokens(text)
      if (found.length === 0) return
      const [from, to] = [one % found.length, other % found.length].sort((a, b) => a - b) as [number, number]
      const part = text.slice(found[from]!.start, found[to]!.end)
      expect(tokens(part)).toEqual(found.slice(from, to + 1).map(({ token }) => token))
    }),
    runs
  )
})
