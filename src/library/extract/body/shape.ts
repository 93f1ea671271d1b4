import { attribute, type Element } from '../tree.ts'

/** What is never part of a page's text: it is not shown, or is a tool. */
export const unseen: ReadonlySet<string> = new Set([
  'script', 'style', 'noscript', 'template', 'svg', 'math', 'head', 'title', 'meta', 'link', 'object', 'applet', 'canvas',
  'map', 'area', 'audio', 'input', 'select', 'option', 'optgroup', 'datalist', 'textarea', 'progress', 'meter', 'param',
  'source', 'track', 'col', 'colgroup', 'frame', 'frameset', 'noframes', 'button', 'dialog', 'rp'
])

/** Elements that end a line: everything a browser shows as a block. */
export const blocks: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend',
  'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'caption', 'tbody', 'td', 'tfoot',
  'th', 'thead', 'tr', 'ul', 'iframe', 'video', 'listing', 'xmp', 'plaintext'
])

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

/** Whether markup alone says that an element is not shown. */
export function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== null) return true
  const style = attribute(element, 'style')
  if (style !== null && style.length < 2000 && hiddenStyle.test(style)) return true
  return attribute(element, 'aria-hidden') === 'true' && !mayBeHidden.has(element.tagName)
}

/** Hidden from screen readers only: pictures and what frames them. */
const mayBeHidden: ReadonlySet<string> = new Set(['img', 'picture', 'figure', 'i', 'span'])

/** A name an element was given: its words, and whether it stands for itself or ends a longer one. */
export interface Name {
  readonly word: string
  readonly isWhole: boolean
}

/** Classes that begin so say what a page has or lacks, not what the element is. */
const about: ReadonlySet<string> = new Set(['has', 'no', 'with', 'without', 'is', 'not', 'show', 'hide', 'open', 'closed', 'enable', 'enabled', 'single', 'layout', 'js', 'wp'])
const states: ReadonlySet<string> = new Set(['open', 'closed', 'enabled', 'on', 'off', 'active', 'layout', 'left', 'right', 'none', 'width'])

/** The names in `class` and `id`, as words of letters and digits in lower case. */
export function namesOf(element: Element): Name[] {
  const given = [attribute(element, 'class'), attribute(element, 'id')].map((value) => value?.slice(0, 500) ?? '')
  return given
    .join(' ')
    .split(/\s+/)
    .flatMap((one) => wordsOf(one))
}

function wordsOf(name: string): Name[] {
  const parts = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
  if (parts.length === 0 || (parts.length > 1 && (about.has(parts[0]!) || states.has(parts.at(-1)!)))) return []
  const pairs = parts.slice(1).map((part, i) => ({ word: `${parts[i]}${part}`, isWhole: i === parts.length - 2 }))
  return [...parts.map((word, i) => ({ word, isWhole: i === parts.length - 1 })), ...pairs, { word: parts.join(''), isWhole: true }]
}
