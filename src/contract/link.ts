import * as z from 'zod/mini'

/** A link is no longer than this; an address within it is as long as one may be elsewhere. */
const longest = 12_000
const longestAddress = 8192

const label = /^\d{1,9}[a-z]{0,8}$/u
const uid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

const versionLabel = z.string().check(z.regex(label))

/** An article as a link names it: by its number in this library, or so that other libraries know it too. */
const named = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('number'), article: z.int().check(z.positive()) }),
  z.strictObject({ by: z.literal('uid'), uid: z.string().check(z.regex(uid)) }),
  z.strictObject({ by: z.literal('address'), url: z.url({ protocol: /^https?$/ }).check(z.maxLength(longestAddress)) })
])

/** What a link asks to see; `versions` are labels, the older first. One alone is read, two are compared. */
const articleLink = z.strictObject({
  named,
  versions: z.nullable(z.strictObject({ older: z.nullable(versionLabel), newer: versionLabel }))
})
export type ArticleLink = Readonly<z.output<typeof articleLink>>

/** Whether a word of a command line is meant as a link, readable or not: then it is never a file. */
export const isLink = (text: string): boolean => /^palimpsest:/iu.test(text)

/**
 * Reads a link: `palimpsest://article/12`, `palimpsest://article/<uid>/2..5` (version labels), `…/5`, or
 * `palimpsest://article?url=<address, encoded>`. Null for everything else: anyone can write one, so there is no second
 * way to say a thing, and nothing in it is a path.
 */
export function readLink(text: string): ArticleLink | null {
  if (text.length > longest) return null
  // Desktops add the slash: to them what follows is a host.
  const [, address] = /^palimpsest:\/\/article\/?\?url=([^&#?\s]+)$/u.exec(text) ?? []
  if (address !== undefined) return checked({ named: { by: 'address', url: decoded(address) }, versions: null })
  const [, article, older, newer, only] =
    /^palimpsest:\/\/article\/([\da-f-]{1,36})(?:\/(?:(\d+[a-z]*)\.\.(\d+[a-z]*)|(\d+[a-z]*)))?$/u.exec(text) ?? []
  if (article === undefined) return null
  const last = newer ?? only
  return checked({
    named: /^[1-9]\d{0,14}$/u.test(article) ? { by: 'number', article: Number(article) } : { by: 'uid', uid: article },
    versions: last === undefined ? null : { older: older ?? null, newer: last }
  })
}

function checked(link: unknown): ArticleLink | null {
  const read = articleLink.safeParse(link)
  return read.success ? read.data : null
}

/** No control characters, no spaces, and no name and password, which would be shown to the reader as a host. */
function decoded(text: string): string | null {
  try {
    const url = decodeURIComponent(text)
    return /^https?:\/\/[^\s\p{C}@/?#\\]+(?:[/?#][^\s\p{C}]*)?$/iu.test(url) ? url : null
  } catch {
    return null
  }
}

/** The link to an article, and to one or two versions of it by their labels, that other libraries know too. */
export function linkTo(article: string, versions: ArticleLink['versions']): string {
  if (versions === null) return `palimpsest://article/${article}`
  const { older, newer } = versions
  return `palimpsest://article/${article}/${older === null ? newer : `${older}..${newer}`}`
}

export const linkRequests = {
  /** Finds in the library what a link names. Nothing is asked for outside. */
  linked: z.strictObject({ link: articleLink }),
  /** What an article is called in every library that has it. */
  articleUid: z.strictObject({ article: z.int().check(z.positive()) })
} as const

/** Revisions by id. */
export interface Linked {
  readonly article: number
  /** What is to be shown; null where the link names no versions, or some that are not there. */
  readonly versions: { readonly older: number | null; readonly newer: number } | null
  /** The labels it names that the article does not have. */
  readonly missing: readonly string[]
}

export interface LinkAnswers {
  /** Null where the article is not in the library, or was deleted. */
  readonly linked: Linked | null
  readonly articleUid: string
}
