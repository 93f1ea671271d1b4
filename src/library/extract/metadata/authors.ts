import { withoutLead } from '../../capture/bylines.ts'
import type { Collected } from '../metadata.ts'
import { folded } from './likeness.ts'
import { plainText } from './json-ld.ts'
import { namesIn } from './sources.ts'

const authorNames = [
  'dc.creator',
  'dcterms.creator',
  'dcterm.creator',
  'dc.contributor',
  'author',
  'parsely-author',
  'sailthru.author',
  'article.author',
  'byl',
  'article.author.name',
  'citation.author',
  'cxenseparse.author',
  'mediator.author',
  'og.article.author',
  'book.author'
]

/** Who wrote it, as the page's data says: the names of its JSON-LD, failing that of its meta elements. */
export function authorsOf({ head, article, things }: Collected, sites: readonly string[]): string[] {
  const named = namesIn(article?.['author'] ?? article?.['creator'], things).filter(isName)
  if (named.length > 0) return distinct(named)
  let orgs: string[] = []
  for (const name of authorNames) {
    const values = (head.meta.get(name) ?? []).map((value) => plainText(value, 300)).filter((value) => value !== null)
    const all = values.map(withoutLead).filter(isName)
    const people = all.filter((value) => !isSite(value, sites))
    if (orgs.length === 0) orgs = all.slice(0, 1)
    if (people.length > 0) return distinct(people)
  }
  return orgs
}

/** An address, a number or a page of a network of friends is no name. */
const isName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  !/^(?:https?:|www\.|@|\/)|facebook\.com|^(?:null|undefined|none|admin)$/iu.test(text) &&
  text.length <= 200

const isSite = (text: string, sites: readonly string[]): boolean => sites.some((site) => folded(site) === folded(text))

/** Without names that are part of another one. */
function distinct(names: readonly string[]): string[] {
  const once = [...new Set(names)].slice(0, 20)
  return once.filter(
    (name) =>
      !once.some(
        (other) => other !== name && folded(other) === folded(name) && once.indexOf(other) < once.indexOf(name)
      )
  )
}
