import { readXml, textOf } from './xml.ts'
import type { Node } from './xml.ts'

const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])
const breaking = new Set([
  'p',
  'br',
  'div',
  'li',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'hr',
  'dt',
  'dd'
])
const longest = 4000
/** An end tag, a comment, an attribute or a reference: a lone `<` of a sum or of `List<T>` is none of these. */
const markup = /<\/[a-z]|<!--|<(?:br|img|hr|p|wbr)\b|<[a-z]\w*\s+[a-z-]+\s*=|\/>|&(?:#\d+|#x[\da-f]+|[a-z]\w{1,30});/i

/** What a reader would see of HTML, on one line, cut at a bound. Text without any markup comes back as it is. */
export function plainText(html: string): string {
  const cut = html.slice(0, longest * 3)
  return oneLine(markup.test(cut) ? seenText(readXml(cut)) : cut)
}

/** The text of an element that may hold HTML, as elements or escaped. */
export function markedText(node: Node): string {
  return node.content.some((each) => typeof each !== 'string') ? oneLine(seenText(node)) : plainText(writtenText(node))
}

/** Atom 0.3 may hold its text in base64. */
function writtenText(node: Node): string {
  const text = textOf(node)
  return node.attributes.get('mode') === 'base64' ? Buffer.from(text.slice(0, longest * 4), 'base64').toString() : text
}

/** White space as a line of text has it. */
export function oneLine(text: string): string {
  return text
    .slice(0, longest * 3)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
}

function seenText(node: Node): string {
  const parts: string[] = []
  const todo: (Node | string)[] = [...node.content].reverse()
  for (let each = todo.pop(); each !== undefined; each = todo.pop()) {
    if (typeof each === 'string') parts.push(each)
    else if (!unseen.has(each.name)) {
      if (breaking.has(each.name)) parts.push(' ')
      for (let at = each.content.length - 1; at >= 0; at -= 1) todo.push(each.content[at]!)
    }
  }
  return parts.join('')
}
