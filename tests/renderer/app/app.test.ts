import { expect, test } from 'vitest'
import { refusalCodes } from '../../../src/contract/importing.ts'
import { failureCodes } from '../../../src/contract/failure.ts'
import { failureWords } from '../../../src/renderer/app/failureWords.ts'
import { importWords, refusalWords } from '../../../src/renderer/app/importWords.ts'
import { keyName } from '../../../src/renderer/app/keys.ts'
import { isRemembered, start, step } from '../../../src/renderer/app/place.ts'

const key = (name: string, more: object = {}) =>
  keyName({ key: name, code: '', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...more })

test('keys are named with what is held down', () => {
  expect(key('n')).toBe('n')
  expect(key('N', { shiftKey: true })).toBe('Shift+n')
  expect(key('?', { shiftKey: true })).toBe('?')
  expect(key('F7', { shiftKey: true })).toBe('Shift+F7')
  expect(key('ArrowLeft', { altKey: true })).toBe('Alt+ArrowLeft')
  expect(key(' ', { shiftKey: true })).toBe('Shift+Space')
  expect(key('f', { ctrlKey: true })).toBe('Ctrl+f')
})

test('an import says what was added', () => {
  const none = { articles: [7], newArticles: 0, newRevisions: 0, alreadyThere: 0, deleted: 0, refused: [], refusedCount: 0, added: { articles: [], revisions: [] } } // prettier-ignore
  const headline = () => 'Bridge to close'
  expect(importWords({ ...none, newArticles: 1, newRevisions: 2 }, headline)).toBe('Added 1 article with 2 versions')
  expect(importWords({ ...none, newRevisions: 1 }, headline)).toBe('Added 1 version to “Bridge to close”')
  expect(importWords({ ...none, alreadyThere: 1 }, headline)).toBe('Already in the library. Nothing was added.')
  expect(importWords({ ...none, deleted: 2 }, headline)).toBe(
    'Already in the library, in Recently deleted. Nothing was added.'
  )
  expect(importWords({ ...none, articles: [] }, headline)).toBeNull()
})

test.each(refusalCodes)('a file refused as %s has its words', (code) => {
  expect(refusalWords({ file: 'a.txt', code, detail: '' })).toMatch(/“a\.txt”.*\.$/u)
  expect(refusalWords({ file: '', code, detail: '' })).toMatch(/^(The pasted text|No article).*\.$/u)
})

test.each(failureCodes)('the failure %s has a title and words that are sentences', (code) => {
  const { title, text } = failureWords({ code, detail: '9' })
  expect(title).not.toBe('')
  expect(text).toMatch(/\.$/u)
})

test('an article keeps the number of unread versions it was opened with', () => {
  const opened = step(start, { type: 'open', article: 3, unseen: 4, show: true })
  expect(opened.pane).toBe('reader')
  const again = step(opened, { type: 'open', article: 3, unseen: 0, show: false })
  expect(again.unseenAtOpening[3]).toBe(4)
})

test('what was just added opens with its newest versions', () => {
  const opened = step(start, { type: 'open', article: 3, unseen: 0, show: true })
  const chosen = step(opened, { type: 'pair', article: 3, pair: { older: 1, newer: 2 } })
  const added = step(chosen, { type: 'added', article: 3, unseen: 1 })
  expect(added.pairs[3]).toBeUndefined()
  expect(added.unseenAtOpening[3]).toBe(1)
  expect(added.pane).toBe('reader')
})

test('a place that was stored by another version is not taken', () => {
  expect(isRemembered({ list: { kind: 'smart', name: 'all' }, view: 'read', article: null })).toBe(true)
  expect(isRemembered({ list: { kind: 'smart', name: 'someday' }, view: 'read', article: null })).toBe(false)
  const source = { kind: 'source', folder: null, source: 'The Courier' }
  expect(isRemembered({ list: source, view: 'read', article: null })).toBe(false)
  expect(isRemembered({ list: 'all', view: 'read', article: null })).toBe(false)
})
