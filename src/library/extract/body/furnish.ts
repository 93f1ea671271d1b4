import { attribute, type Element } from '../tree.ts'
import type { Outline, Part } from './outline.ts'
import { furniture, type Furniture } from './words.ts'

interface Named {
  readonly rule: Furniture
  readonly word: string
  readonly small: boolean
}

const byWord = new Map<string, Named>()
const byTag = new Map<string, Named>()
const byRole = new Map<string, Named>()
for (const rule of furniture) {
  const fill = (map: Map<string, Named>, words: string | undefined, small: boolean) => {
    for (const word of (words ?? '').split(/\s+/))
      if (word !== '' && !map.has(word)) map.set(word, { rule, word, small })
  }
  fill(byWord, rule.words, false)
  fill(byWord, rule.small, true)
  fill(byTag, rule.tags, false)
  fill(byTag, rule.smallTags, true)
  fill(byRole, rule.roles, false)
}

/** Names longer than this are not read: a page may hold megabytes in one. */
const longestName = 400
/** What frames an article: names that say what a frame has, not what it is. */
const modifier =
  /^(?:has|with|no|not|without|is|hide|show|js|wp-image|align|col|row|container|wrap|theme|page-id|postid|category|tag|single|term)[-_]/i

/** A word of a class or id; `isWhole` where nothing follows it in the name. */
interface Name {
  readonly word: string
  readonly isWhole: boolean
}

/** In these elements an id is an anchor, which says what they are about. */
const anchored = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dt', 'span', 'a', 'td', 'th', 'tr', 'table'])

/** The words of a class or id in lower case, alone and joined with the next: `related-posts` gives all three. */
export function namesOf(element: Element): readonly Name[] {
  const names: Name[] = []
  for (const attr of anchored.has(element.tagName) ? ['class'] : ['class', 'id']) {
    const value = attribute(element, attr)
    if (value === null || value === '') continue
    for (const name of value.slice(0, longestName).split(/\s+/)) if (!modifier.test(name)) names.push(...wordsOf(name))
  }
  return names
}

function wordsOf(name: string): readonly Name[] {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !/^\d+$/.test(word))
  const last = words.length - 1
  const pairs = words.slice(1).map((word, i) => ({ word: words[i]! + word, isWhole: i + 1 === last }))
  return [...words.map((word, i) => ({ word, isWhole: i === last })), ...pairs]
}

/** What an element names itself, if that is furniture. */
function furnitureOf(element: Element): Named | null {
  const tag = element.tagName
  if (frames.has(tag)) return null
  const tagged = byTag.get(tag)
  if (tagged !== undefined) return tagged
  const role = attribute(element, 'role')
  const played = role === null ? undefined : byRole.get(role)
  if (played !== undefined) return played
  let found: Named | null = null
  for (const { word, isWhole } of namesOf(element)) {
    const named = byWord.get(word)
    if (named === undefined || (named.small && !isWhole)) continue
    if (found === null || (found.small && !named.small)) found = named
  }
  return found
}

/** These frame a text, whatever they are called. */
const frames = new Set(['html', 'body', 'main', 'article'])

/** How much of a page's prose a part holds. */
export interface Holding {
  /** Prose in letters. */
  readonly of: (part: Part) => number
  readonly total: number
  readonly hasTitle: (at: number) => boolean
  /** Whether the page's data tells most of what a part says. */
  readonly isTold: (at: number) => boolean
}

/** A part named by a word that may frame an article is furniture where it holds less prose than this. */
const little = 300

/** For each part that is furniture, what it is; only outermost ones. */
export function findFurniture({ parts }: Outline, holding: Holding): ReadonlyMap<number, Furniture> {
  const found = new Map<number, Named>()
  const together = new Map<string, number>()
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!
    if (part.first === part.end) continue
    const named = furnitureOf(part.element)
    if (named === null || isText(at, named)) continue
    found.set(at, named)
    together.set(named.word, (together.get(named.word) ?? 0) + holding.of(part))
    at = part.after - 1
  }
  const isMost = ({ word }: Named): boolean => (together.get(word) ?? 0) > holding.total * 0.6
  return new Map([...found].filter(([, named]) => !isMost(named)).map(([at, { rule }]) => [at, rule]))

  function isText(at: number, { small }: Named): boolean {
    if (holding.isTold(at)) return true
    const prose = holding.of(parts[at]!)
    const share = prose / holding.total
    return (small && prose > little) || share > 0.5 || (share > 0.2 && holding.hasTitle(at))
  }
}
