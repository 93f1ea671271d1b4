import { expect, test } from 'vitest'
import { keysOf, usualKeymap } from '../../../src/contract/actions.ts'
import { keyName } from '../../../src/renderer/app/keys.ts'
import { keyWords } from '../../../src/renderer/app/keyWords.ts'
import { isReserved, ownerOf, withKey, withoutKey, withUsual } from '../../../src/renderer/settings/remap.ts'

const given = (key: string) => ({ key, mac: false })

test('a key is known by the action that has it, whether or not single keys are on', () => {
  expect(ownerOf(usualKeymap, 's', false)).toBe('star')
  expect(ownerOf({ ...usualKeymap, singleKeys: false }, 's', false)).toBe('star')
  expect(ownerOf(usualKeymap, 'F7', false)).toBe('next-change')
  expect(ownerOf(usualKeymap, 'q', false)).toBeNull()
})

test('a key that is given to an action is taken from the one that had it', () => {
  const keymap = withKey(usualKeymap, 'star', given('f'))
  expect(keysOf('star', keymap, false)).toEqual(['f'])
  expect(keysOf('move', keymap, false)).toEqual([])
  expect(keysOf('find', keymap, false)).toEqual(['Ctrl+g'])
  expect(Object.keys(keymap.chosen).toSorted()).toEqual(['move', 'star'])
})

test('one of two keys that is taken leaves the other', () => {
  const keymap = withKey(usualKeymap, 'export', given('F7'))
  expect(keysOf('next-change', keymap, false)).toEqual(['n'])
})

test('the usual keys come back, also from where they went', () => {
  const keymap = withUsual(withKey(usualKeymap, 'star', given('f')), 'move', false)
  expect(keysOf('move', keymap, false)).toEqual(['f'])
  expect(keysOf('star', keymap, false)).toEqual([])
  expect(withUsual(keymap, 'star', false)).toEqual(usualKeymap)
})

test('an action can have no key', () => {
  expect(keysOf('delete', withoutKey(usualKeymap, 'delete', false), false)).toEqual([])
})

test.each(['Tab', 'Shift+Tab', 'Enter', 'Escape', 'Ctrl+c', 'Ctrl+z', 'Ctrl+Shift+z', 'ArrowUp', 'Ctrl+q'])(
  '%s is not to be had',
  (key) => {
    expect(isReserved(key)).toBe(true)
  }
)

test.each(['q', 'F8', 'Ctrl+d', 'Ctrl+Shift+e', 'Alt+s', 'Space', 'Delete', 'Shift+s'])('%s is to be had', (key) => {
  expect(isReserved(key)).toBe(false)
})

const key = (name: string, code: string, more: object = {}) =>
  keyName({ key: name, code, shiftKey: false, altKey: false, ctrlKey: true, metaKey: false, ...more })
const shiftKey = true

test.each([
  ['US, plus unshifted', key('=', 'Equal'), 'Ctrl++'],
  ['US, plus with Shift', key('+', 'Equal', { shiftKey }), 'Ctrl+Shift++'],
  ['German plus', key('+', 'BracketRight'), 'Ctrl++'],
  ['German plus with Shift', key('*', 'BracketRight', { shiftKey }), 'Ctrl+Shift++'],
  ['number pad', key('+', 'NumpadAdd'), 'Ctrl++'],
  ['minus', key('-', 'Minus'), 'Ctrl+-'],
  ['minus with Shift', key('_', 'Minus', { shiftKey }), 'Ctrl+Shift+-'],
  ['nought', key('0', 'Digit0'), 'Ctrl+0'],
  ['nought with Shift, US', key(')', 'Digit0', { shiftKey }), 'Ctrl+Shift+0'],
  ['nought with Shift, German', key('=', 'Digit0', { shiftKey }), 'Ctrl+Shift+0']
])('the keys of size on any keyboard: %s', (_keyboard, name, meant) => {
  expect(name).toBe(meant)
})

test('on macOS Command is Ctrl, and Control is another key', () => {
  const event = { key: 'f', code: 'KeyF', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
  expect(keyName({ ...event, metaKey: true }, true)).toBe('Ctrl+f')
  expect(keyName({ ...event, ctrlKey: true }, true)).toBe('Meta+f')
})

test('keys are printed as each system prints them', () => {
  expect(keyWords('Ctrl+Shift+r', false)).toBe('Ctrl Shift R')
  expect(keyWords('Ctrl+Shift+r', true)).toBe('⇧⌘R')
  expect(keyWords('Ctrl+Shift++', false)).toBe('Ctrl Shift +')
  expect(keyWords('Alt+ArrowLeft', true)).toBe('⌥←')
  expect(keyWords('Space', false)).toBe('Space')
  expect(keyWords('?', false)).toBe('?')
})
