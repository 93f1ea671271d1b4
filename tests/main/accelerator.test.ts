import { expect, test } from 'vitest'
import { acceleratorOf } from '../../src/main/accelerator.ts'

test.each([
  ['Ctrl+f', 'CmdOrCtrl+F'],
  ['Ctrl+Shift+r', 'CmdOrCtrl+Shift+R'],
  ['Ctrl++', 'CmdOrCtrl+Plus'],
  ['Ctrl+Shift++', 'CmdOrCtrl+Shift+Plus'],
  ['Ctrl+-', 'CmdOrCtrl+-'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['Shift+F7', 'Shift+F7'],
  ['Space', 'Space'],
  ['?', '?'],
  ['[', '[']
])('%s is %s in a menu', (key, accelerator) => {
  expect(acceleratorOf(key)).toBe(accelerator)
})
