import { expect, test } from 'vitest'
import { actionIds, isSingleKey, keysOf, usualKeymap, usualKeys, type ActionId } from '../../src/contract/actions.ts'

/** The keyboard of the design, line by line. */
const planned: readonly (readonly [string, ActionId])[] = [
  ['Ctrl+f', 'search'],
  ['Ctrl+g', 'find'],
  ['Ctrl+k', 'palette'],
  ['Ctrl+n', 'add'],
  ['Ctrl+o', 'open-file'],
  ['Ctrl+r', 'check-now'],
  ['Ctrl+Shift+r', 'check-due'],
  ['Ctrl+e', 'export'],
  ['Ctrl+i', 'inspector'],
  ['Ctrl+,', 'settings'],
  ['Ctrl+z', 'undo'],
  ['Ctrl++', 'text-larger'],
  ['Ctrl+-', 'text-smaller'],
  ['Ctrl+0', 'text-usual'],
  ['Ctrl+Shift++', 'zoom-in'],
  ['Ctrl+Shift+-', 'zoom-out'],
  ['Ctrl+Shift+0', 'zoom-usual'],
  ['1', 'read'],
  ['2', 'inline'],
  ['3', 'side'],
  ['4', 'changes'],
  ['5', 'blame'],
  ['j', 'next-article'],
  ['k', 'previous-article'],
  ['n', 'next-change'],
  ['F7', 'next-change'],
  ['p', 'previous-change'],
  ['Shift+F7', 'previous-change'],
  ['Space', 'page-down'],
  ['Shift+Space', 'page-up'],
  ['ArrowLeft', 'newer-back'],
  ['ArrowRight', 'newer-on'],
  ['Shift+ArrowLeft', 'older-back'],
  ['Shift+ArrowRight', 'older-on'],
  ['Alt+ArrowLeft', 'pair-back'],
  ['Alt+ArrowRight', 'pair-on'],
  ['[', 'previous-pair'],
  [']', 'next-pair'],
  ['l', 'last-change'],
  ['b', 'since-read'],
  ['a', 'first-latest'],
  ['e', 'unchanged'],
  ['h', 'ladder'],
  ['t', 'timeline'],
  ['m', 'toggle-read'],
  ['s', 'star'],
  ['f', 'move'],
  ['r', 'review'],
  ['c', 'copy-source'],
  ['Shift+c', 'copy-marks'],
  ['Delete', 'delete'],
  ['F6', 'next-pane'],
  ['Shift+F6', 'previous-pane'],
  ['?', 'shortcuts'],
  ['Escape', 'leave']
  // Beyond the design: what the reader has seen to.
]

test.each([false, true])('every key of the design calls its action (macOS: %s)', (mac) => {
  for (const [key, id] of planned) expect([id, usualKeys(id, mac)]).toEqual([id, expect.arrayContaining([key])])
})

test('no key of the table is missing in the design', () => {
  const keys = actionIds.flatMap((id) => usualKeys(id, false))
  expect(keys.toSorted()).toEqual(planned.map(([key]) => key).toSorted())
})

test.each([false, true])('no two actions share a key (macOS: %s)', (mac) => {
  const keys = actionIds.flatMap((id) => usualKeys(id, mac))
  expect(keys).toHaveLength(new Set(keys).size)
})

test('single characters can be turned off, and only those', () => {
  const off = { ...usualKeymap, singleKeys: false }
  expect(keysOf('next-change', off, false)).toEqual(['F7'])
  expect(keysOf('copy-marks', off, false)).toEqual([])
  expect(keysOf('page-down', off, false)).toEqual(['Space'])
  expect(['n', '[', '?', 'Shift+c', '1'].filter(isSingleKey)).toHaveLength(5)
  expect(['Ctrl+f', 'F7', 'Alt+ArrowLeft', 'Escape', 'Space', 'Alt+n'].filter(isSingleKey)).toEqual([])
})

test('what was chosen stands for the usual keys', () => {
  const keymap = { singleKeys: true, chosen: { star: ['Ctrl+d'] } }
  expect(keysOf('star', keymap, false)).toEqual(['Ctrl+d'])
  expect(keysOf('move', keymap, false)).toEqual(['f'])
})
