import { attribute, elementsUnder, type Document } from '../tree.ts'
import { around, namesOf } from './shown.ts'

const mostLinks = 5000

/** Where the links of a page lead that may be its further parts, those among comments and in lists of other articles left out. */
export function pageLinks(document: Document): string[] {
  const found: string[] = []
  let seen = 0
  for (const element of elementsUnder(document)) {
    if (element.tagName !== 'a' || seen++ > mostLinks) continue
    const href = attribute(element, 'href')
    if (href !== null && href.length < 2000 && !isElsewhere(element)) found.push(href)
  }
  return found
}

const isElsewhere = (element: Parameters<typeof namesOf>[0]): boolean => {
  for (const one of around(element, 12)) if (/comment|related|widget/u.test(namesOf(one))) return true
  return false
}
