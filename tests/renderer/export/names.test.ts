import { expect, test } from 'vitest'
import { fileBase, lastPart, withExtension } from '../../../src/renderer/export/names.ts'

test.each([
  ['Quay Row families ‘will have a choice’ over sea wall move', 'quay-row-families-will-have-a-choice-over'],
  ['澄溪市将开通四条夜间公交线路', '澄溪市将开通四条夜间公交线路'],
  ['…!', 'palimpsest'],
  ['a'.repeat(100), 'a'.repeat(40)]
])('%s is %s', (headline, base) => expect(fileBase(headline)).toBe(base))

test.each([
  ['quay', 'html', 'quay.html'],
  ['quay.html', 'pdf', 'quay.pdf'],
  ['quay.warc.gz', 'csv', 'quay.csv'],
  ['quay.PNG ', 'warc.gz', 'quay.warc.gz'],
  ['v1.5 notes', 'json', 'v1.5 notes.json']
])('%s as %s is %s', (name, extension, whole) => expect(withExtension(name, extension)).toBe(whole))

test.each([
  ['/home/a/b.txt', 'b.txt'],
  [String.raw`C:\a\b.txt`, 'b.txt']
])('the last part of %s', (path, part) => expect(lastPart(path)).toBe(part))
