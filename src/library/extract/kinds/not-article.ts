import type { Verdict } from './classify.ts'
import { phrases, titlePhrase } from './phrases.ts'
import type { Signs } from './signs.ts'
import { loginTitles, searchTitles } from './words/lists.ts'

const searches = phrases(searchTitles)
const logins = phrases(loginTitles)

/** No article has fewer. */
const fewestWords = 4
/** So little text may be there when scripts are to write it. */
const shellWords = 25
const shortText = 120

const isNot = (reason: string): Verdict => ({ kind: 'not-an-article', reason })

/** A page that holds something else than one article. */
export function notArticle(signs: Signs): Verdict | null {
  return foreign(signs) ?? empty(signs) ?? folder(signs) ?? login(signs) ?? search(signs) ?? list(signs)
}

function foreign({ html, foreign: name, source }: Signs): Verdict | null {
  if (name !== null)
    return isNot(`it is no page but ${name === 'urlset' || name === 'sitemapindex' ? 'a sitemap' : 'a feed'} (${name})`)
  const type = source.headers?.['content-type'] ?? ''
  if (type !== '' && !/html|xml|text\/plain|^\s*;/iu.test(type))
    return isNot(`it is no page: the server calls it ${type.slice(0, 60)}`)
  return /^\s*[[{]/u.test(html.slice(0, 100)) && isJson(html) ? isNot('it is JSON') : null
}

function isJson(text: string): boolean {
  try {
    return text.length < 5_000_000 && typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function empty({ allWords, words, hasScripts, isCalledArticle }: Signs): Verdict | null {
  if (allWords < fewestWords && words < fewestWords)
    return isNot(hasScripts ? 'it is an empty shell that scripts would fill' : 'it holds next to no text')
  if (allWords < shellWords && words < shellWords && hasScripts && !isCalledArticle)
    return isNot('it holds next to no text, and scripts that would write it')
  return null
}

function folder({ titles, words, metadata }: Signs): Verdict | null {
  const title = titles.find((text) => /^(?:index of|directory listing (?:for|of)) \//iu.test(text))
  return title !== undefined && words < shortText && metadata.published === null
    ? isNot(`it lists a folder: “${title.slice(0, 80)}”`)
    : null
}

function login({ titles, words, hasPassword, isCalledArticle }: Signs): Verdict | null {
  if (words > shortText || isCalledArticle) return null
  const title = titles.map((text) => titlePhrase(text, logins)).find((phrase) => phrase !== null)
  if (hasPassword && (title !== undefined || words < 30)) return isNot('one signs in on it')
  return null
}

function search({ titles, words, isCalledArticle, source }: Signs): Verdict | null {
  if (isCalledArticle) return null
  const title = titles.map((text) => titlePhrase(text, searches)).find((phrase) => phrase !== null)
  const asked =
    URL.canParse(source.url) && /[?&](?:q|s|query|search|suche|keyword|keys)=/iu.test(new URL(source.url).search)
  const isResults =
    title !== undefined &&
    (asked || titles.some((text) => /[“"„«'].+[”"“»']|\bfor\b|:/u.test(text)) || words < shortText)
  return isResults && (asked || words < 3 * shortText)
    ? isNot(`it shows what was found for a search: “${title}”`)
    : null
}

/** Many headings that lead elsewhere, little text in between. */
const mostTextBetween = 25
const manyHeadings = 10

function list(signs: Signs): Verdict | null {
  const { linkedHeadings, linkedInBody, bodyWords, words, allWords, linkWords, isCalledArticle, source, metadata } =
    signs
  if (isCalledArticle || metadata.parts.byline !== null) return null
  // What was found is a text of its own, and the headings stand beside it.
  if (bodyWords >= shortText && linkedInBody < linkedHeadings / 3) return null
  const isHome =
    URL.canParse(source.url) &&
    /^\/(?:index\.\w+)?$/u.test(new URL(source.url).pathname) &&
    new URL(source.url).search === ''
  const isWebsite = metadata.types.some((type) =>
    /^(?:website|CollectionPage|ItemList|SearchResultsPage)$/iu.test(type)
  )
  const isLinks = linkWords > words || linkedInBody > linkedHeadings / 2
  if (linkedHeadings >= manyHeadings && words / linkedHeadings < mostTextBetween && isLinks)
    return isNot(`it lists other pages: ${linkedHeadings} headings lead elsewhere`)
  if ((isHome || isWebsite) && linkedHeadings >= manyHeadings && words / linkedHeadings < 3 * mostTextBetween)
    return isNot(`it is the front of a site: ${linkedHeadings} headings lead elsewhere`)
  const isAllLinks = allWords > 100 && linkWords > 0.75 * allWords && words < 60
  return isAllLinks ? isNot('nearly all of its words are links') : null
}

/** Whether a page holds next to no text itself and has scripts that would write it. */
export const needsBrowser = ({ words, hasScripts }: Signs): boolean => words < 40 && hasScripts
