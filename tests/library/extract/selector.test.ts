import { expect, test } from 'vitest'
import { readSelector, select } from '../../../src/library/extract/selector.ts'
import { attribute, parsePage } from '../../../src/library/extract/tree.ts'

const document = parsePage(
  '<div id="a" class="x y"><p id="b" lang="en">One<span id="c" class="x">two</span></p></div><p id="d" data-n="1 2">Three</p>'
)

test.each([
  ['p', ['b', 'd']],
  ['#c', ['c']],
  ['.x', ['a']],
  ['.x.y', ['a']],
  ['div .x', ['c']],
  ['body div p span', ['c']],
  ['p[lang]', ['b']],
  ['p[lang=en]', ['b']],
  ['[data-n="1 2"]', ['d']],
  ['*[lang] span', ['c']],
  ['span p', []]
])('%s', (text, ids) => {
  expect(select(document, readSelector(text)!).map((element) => attribute(element, 'id'))).toEqual(ids)
})

test.each(['', 'a > b', 'a, b', 'p:first-child', 'div p]', '[', '.', '#', 'p'.repeat(400)])('"%s" is none', (text) => {
  expect(readSelector(text)).toBeNull()
})
