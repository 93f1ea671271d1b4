import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ftsTerm, parseQuery } from '../../../src/domain/search/query.ts'
import { matches } from '../../../src/domain/search/snippet.ts'
import { searchTokens } from '../../../src/domain/search/tokens.ts'
import { anyText } from './any-text.ts'

const tokens = (text: string) => searchTokens(text).map(({ token }) => token)

function index(): Database.Database {
  const db = new Database(':memory:')
  db.exec(`CREATE VIRTUAL TABLE search USING fts5 (
      text, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
    CREATE VIRTUAL TABLE kept USING fts5vocab (search, instance)`)
  return db
}

const add = (db: Database.Database, text: string) =>
  db.prepare<[string]>('INSERT INTO search (text) VALUES (?)').run(tokens(text).join(' '))

test('SQLite keeps the tokens of every letter, digit and mark as they are', { timeout: 120_000 }, () => {
  const db = index()
  const kept = db.prepare<[], string>('SELECT term FROM kept ORDER BY "offset"').pluck()
  for (let first = 0; first < 0x110000; first += 0x1000) {
    const codes = Array.from({ length: 0x1000 }, (_, code) => String.fromCodePoint(first + code))
    const text = codes.map((character) => `a${character}b ${character}`).join(' ')
    if (!/[\p{L}\p{N}\p{M}\p{Co}]/u.test(codes.join(''))) continue
    db.exec('DELETE FROM search')
    add(db, text)
    expect(kept.all()).toEqual(tokens(text))
  }
})

test('SQLite finds a term where it stands in the text, and nowhere else', () => {
  const db = index()
  const found = db.prepare<[string], number>('SELECT count(*) FROM search WHERE search MATCH ?').pluck()
  fc.assert(
    fc.property(anyText, anyText, fc.nat(), fc.nat(6), (text, typed, from, length) => {
      db.exec('DELETE FROM search')
      add(db, text)
      for (const input of [typed, text.slice(from % (text.length + 1)).slice(0, length)]) {
        for (const term of parseQuery(input).terms) {
          expect(found.get(ftsTerm(term))).toBe(matches(text, [term]).length > 0 ? 1 : 0)
        }
      }
    }),
    { numRuns: 1_000 }
  )
})
