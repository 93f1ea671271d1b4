import { t } from '../../catalogue/words.ts'

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−'
}
const macSigns: Readonly<Record<string, string>> = { Ctrl: '⌘', Meta: '⌃', Alt: '⌥', Shift: '⇧' }
const named = {
  Ctrl: 'key.ctrl',
  Alt: 'key.alt',
  Shift: 'key.shift',
  Space: 'key.space',
  Delete: 'key.delete',
  Backspace: 'key.backspace',
  Escape: 'key.escape',
  Enter: 'key.enter',
  Tab: 'key.tab',
  Home: 'key.home',
  End: 'key.end',
  PageUp: 'key.pageUp',
  PageDown: 'key.pageDown'
} as const

/** A key as it is printed: `Ctrl Shift R`, on macOS `⇧⌘R`. */
export function keyWords(key: string, mac: boolean): string {
  const parts = key.endsWith('++') ? [...key.slice(0, -2).split('+'), '+'] : key === '+' ? ['+'] : key.split('+')
  const words = parts.map((part) => (mac ? macSigns[part] : undefined) ?? signs[part] ?? wordOf(part))
  return mac
    ? [...words.slice(0, -1).toSorted((a, b) => order.indexOf(a) - order.indexOf(b)), words.at(-1)].join('')
    : words.join(' ')
}

/** In which macOS prints what is held down. */
const order = '⌃⌥⇧⌘'

function wordOf(part: string): string {
  if (Object.hasOwn(named, part)) return t(named[part as keyof typeof named])
  return part.length === 1 ? part.toUpperCase() : part
}
