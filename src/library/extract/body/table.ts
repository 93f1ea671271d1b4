import { childrenOf, elementsUnder, isElement, type Element } from '../tree.ts'

const known = new WeakMap<Element, boolean>()
const blocks = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'article',
  'section',
  'form',
  'br'
])

/** Whether a row belongs to a table of data: several cells a row, none of which lays out further blocks. */
export function isDataTable(row: Element): boolean {
  let table: Element | null = row
  while (table !== null && table.tagName !== 'table') table = isElement(table.parentNode) ? table.parentNode : null
  if (table === null) return false
  const before = known.get(table)
  if (before !== undefined) return before
  const found = looksLikeData(table)
  known.set(table, found)
  return found
}

function looksLikeData(table: Element): boolean {
  let rows = 0
  let wide = 0
  for (const element of elementsUnder(table)) {
    if (element.tagName === 'table') return false
    if (element.tagName === 'tr') {
      rows++
      if (cellsOf(element).length > 1) wide++
    }
    if ((element.tagName === 'td' || element.tagName === 'th') && laysOut(element)) return false
  }
  return rows > 1 && wide * 2 >= rows
}

const cellsOf = (row: Element) => childrenOf(row).filter((node) => node.nodeName === 'td' || node.nodeName === 'th')

function laysOut(cell: Element): boolean {
  let many = 0
  for (const { tagName } of elementsUnder(cell)) if (blocks.has(tagName) && ++many > 3) return true
  return false
}
