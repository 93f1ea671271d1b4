import { isThing, listOf, typesOf, type Thing } from './json-ld.ts'
import { titleLikeness } from './likeness.ts'

const articleTypes =
  /(?:Article|BlogPosting|LiveBlogPosting|^Report|^Review|SocialMediaPosting|^Recipe|DiscussionForumPosting)$/u
const pageTypes =
  /(?:WebPage|ItemPage|AboutPage|FAQPage|MedicalWebPage|CreativeWork|VideoObject|Course|Event|PodcastEpisode)$/u

export const isArticleType = (type: string): boolean => articleTypes.test(type) && type !== 'ReviewAction'

/** Things that are about others: what stands in them is not the page's own article. */
const others = new Set([
  'ItemList',
  'BreadcrumbList',
  'Comment',
  'WebSite',
  'Organization',
  'NewsMediaOrganization',
  'Person'
])

interface Own {
  readonly things: readonly Thing[]
  /** The addresses the page goes by. */
  readonly addresses: ReadonlySet<string>
  /** Titles of the page, the one it shows first. */
  readonly titles: readonly string[]
}

/**
 * The thing that the page is about: an article before a mere page; among several the one with the page's address, then
 * one with its headline, then the first.
 */
export function ownArticle({ things, addresses, titles }: Own): Thing | null {
  const listed = listedIn(things)
  const scored = things.flatMap((thing, at) => {
    const types = typesOf(thing)
    const isArticle = types.some(isArticleType)
    if (!isArticle && !types.some((type) => pageTypes.test(type))) return []
    const likeness = Math.max(0, ...titles.map((title) => titleLikeness(title, nameOf(thing))))
    const score =
      (isArticle ? 4 : 0) +
      (hasAddress(thing, addresses) ? 2 : 0) +
      (likeness > 0.7 ? 2 : 0) -
      (listed.has(thing) ? 3 : 0)
    return score < 2 ? [] : [{ thing, score, at }]
  })
  return scored.sort((a, b) => b.score - a.score || a.at - b.at)[0]?.thing ?? null
}

/** Members of lists, and what the page's article itself refers to. */
function listedIn(things: readonly Thing[]): Set<unknown> {
  const listed = new Set<unknown>()
  for (const thing of things) {
    const isOther = typesOf(thing).some((type) => others.has(type))
    for (const [key, value] of Object.entries(thing)) {
      const isPart =
        /^(?:itemListElement|hasPart|isPartOf|comment|citation|mentions|isBasedOn|relatedLink|associatedMedia|review|video|image)$/u.test(
          key
        )
      if (isPart || (isOther && key !== '@graph' && key !== 'mainEntity')) {
        for (const one of listOf(value)) {
          listed.add(one)
          if (isThing(one)) for (const inner of listOf(one['item'])) listed.add(inner)
        }
      }
    }
  }
  return listed
}

const nameOf = (thing: Thing): string => {
  const name = thing['headline'] ?? thing['name']
  return typeof name === 'string' ? name.slice(0, 500) : ''
}

function hasAddress(thing: Thing, addresses: ReadonlySet<string>): boolean {
  const main = thing['mainEntityOfPage']
  const candidates = [
    thing['url'],
    thing['@id'],
    main,
    ...listOf(main).flatMap((one) => (isThing(one) ? [one['@id'], one['url']] : []))
  ]
  return candidates.some((one) => typeof one === 'string' && addresses.has(bareAddress(one)))
}

/** An address without what does not tell pages apart: scheme, `www`, fragment, a slash at the end. */
export const bareAddress = (address: string): string =>
  address
    .slice(0, 4000)
    .replace(/#.*$/u, '')
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/\/$/u, '')
