import { attribute, type Element } from '../tree.ts'
import { namedParts } from './names.ts'
import type { Part } from './segment.ts'
import { namesOf } from './shape.ts'

const byName = new Map(Object.entries(namedParts).flatMap(([step, names]) => names.map((name) => [name, step] as const)))

const byTag: Readonly<Record<string, string>> = { nav: 'navigation', footer: 'footer', aside: 'sidebar', menu: 'navigation', header: 'masthead', form: 'form', address: 'author' }
const byRole: Readonly<Record<string, string>> = {
  navigation: 'navigation', contentinfo: 'footer', complementary: 'sidebar', banner: 'masthead', search: 'form', dialog: 'overlay',
  alertdialog: 'overlay', menu: 'navigation', toolbar: 'share-bar', note: 'note', tooltip: 'overlay'
}
/** These words say what an element is only where its name ends with them: `post-tags`, but not `tag-politics`. */
const endings: ReadonlySet<string> = new Set(['tags', 'meta', 'author', 'counter', 'hidden', 'footer', 'masthead', 'caption'])

/** Elements that are a sentence's own, or too large to be a part by name. */
const never: ReadonlySet<string> = new Set(['html', 'body', 'p', 'a', 'em', 'strong', 'b', 'i', 'br', 'main', 'article'])

/** What part of a page an element is that is not the article, by its tag, role or names; null where it is none. */
export function partOf(element: Element): Part | null {
  const tag = element.tagName
  if (never.has(tag) && tag !== 'p') return null
  const told = byTag[tag]
  if (told !== undefined) return { element, step: told, why: `a ${tag} element` }
  const role = attribute(element, 'role')
  if (role !== null && byRole[role] !== undefined) return { element, step: byRole[role], why: `its role is ${role}` }
  const name = namesOf(element).find(({ word, isWhole }) => byName.has(word) && (isWhole || !endings.has(byName.get(word)!)))
  return name === undefined ? null : { element, step: byName.get(name.word)!, why: `its name has "${name.word}" in it` }
}
