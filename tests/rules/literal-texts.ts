import { readFileSync } from 'node:fs'
import { parseSync } from 'vite'

interface Node {
  readonly type: string
  readonly start: number
  readonly [name: string]: unknown
}

/** Attributes whose value a reader never sees. */
const silent = new Set(['className', 'd', 'viewBox', 'style', 'id', 'key', 'slot', 'placement', 'transform', 'points'])
/** What a reader is told by any string at all, however short. */
const spoken = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'label', 'words', 'help'])

/** Literal texts in a source file that a reader would see: they belong into the catalogue. */
export function literalTexts(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8')
  const { program } = parseSync(file, source)
  const found: string[] = []
  visit(program as unknown as Node, [], found)
  return found
}

function visit(node: Node, above: readonly Node[], found: string[]): void {
  const text = textOf(node)
  if (text !== null && isTold(node, text, above)) found.push(text)
  if (isSilent(node)) return
  for (const child of childrenOf(node)) visit(child, [node, ...above], found)
}

/** What is written in a node itself: text between tags, a string, or the fixed parts of a template. */
function textOf(node: Node): string | null {
  if (node.type === 'JSXText') return String(node['value']).trim().replaceAll(/\s+/gu, ' ')
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type === 'TemplateElement') return (node['value'] as { cooked: string }).cooked
  return null
}

function isTold(node: Node, text: string, above: readonly Node[]): boolean {
  if (!/\p{L}{2}/u.test(text)) return false
  if (node.type === 'JSXText') return true
  const [parent] = above
  if (parent?.type === 'JSXAttribute') return spoken.has(nameOf(parent['name'] as Node))
  if (parent?.type === 'Property' && spoken.has(nameOf(parent['key'] as Node)) && node === parent['value']) return true
  if (parent?.type === 'Property' && node === parent['key']) return false
  if (parent?.type === 'BinaryExpression' || parent?.type === 'SwitchCase') return false
  // A sentence, or one word that begins like one.
  return (
    /\p{L}{2,}[,:;]? \p{L}/u.test(text) ||
    /^\p{Lu}\p{Ll}+[.:]?$/u.test(text.trim()) ||
    / \p{Ll}{2,}$|^ ?\p{Ll}{2,} /u.test(text)
  )
}

/** Types, imports, attributes without words, and what only a developer reads. */
function isSilent(node: Node): boolean {
  if (/^(?:TS|Import|Export(?:All|Specifier))/u.test(node.type)) return !/^TS(?:As|Satisfies|NonNull)/u.test(node.type)
  if (node.type === 'JSXAttribute')
    return silent.has(nameOf(node['name'] as Node)) || nameOf(node['name'] as Node).startsWith('data-')
  if (node.type === 'Property' && nameOf(node['key'] as Node) === 'key') return true
  if (node.type === 'NewExpression') return /Error$|^RegExp$/u.test(nameOf(node['callee'] as Node))
  return (
    node.type === 'CallExpression' &&
    /^(?:t|tell|querySelector|querySelectorAll|closest|matches|matchMedia)$/u.test(calledOf(node))
  )
}

function nameOf({ name, value }: Node): string {
  if (typeof name === 'string') return name
  return typeof value === 'string' ? value : ''
}

function calledOf(call: Node): string {
  const callee = call['callee'] as Node
  return callee.type === 'MemberExpression' ? nameOf(callee['property'] as Node) : nameOf(callee)
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
