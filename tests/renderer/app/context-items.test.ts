import { expect, test } from 'vitest'
import type { ContextItem } from '../../../src/contract/shell.ts'
import { tidy } from '../../../src/renderer/app/contextItems.ts'

test.each<[readonly ContextItem[], readonly ContextItem[]]>([
  [
    ['copy', 'line', 'search-text'],
    ['copy', 'line', 'search-text']
  ],
  [
    ['line', 'copy', 'line', 'line', 'star', 'line'],
    ['copy', 'line', 'star']
  ],
  [['line', 'line'], []],
  [[], []]
])('a menu of %j has no line too many', (items, kept) => {
  expect(tidy(items)).toEqual(kept)
})
