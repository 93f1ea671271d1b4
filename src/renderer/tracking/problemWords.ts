import type { Looked, LookProblem } from '../../contract/tracking.ts'
import { count } from '../ui/words.ts'
import { statusWords } from './outcomeWords.ts'

type Words = (about: { readonly host: string; readonly problem: LookProblem; readonly feeds: number }) => string

const where = (host: string): string => (host === '' ? 'The site' : host)

const noArticle: Words = ({ feeds }) =>
  feeds === 0
    ? 'No article found at this address. Nothing was added. Try the address of one article.'
    : `No article found at this address. The page is a list of links; add ${feeds === 1 ? 'its feed' : `one of its ${feeds} feeds`} instead.`

/** What happened, what is safe, what next: for each failure of fetching (library/fetch) and each outcome. */
const problemWords: Readonly<Record<string, Words>> = {
  'bad-address': () => 'This is not the address of a web page. An address looks like example.org/news/story.',
  'refused-address': ({ host }) =>
    `${where(host)} is an address in a private network, not on the public web. Palimpsest asks nothing there unless you allow it.`,
  robots: ({ host }) =>
    `${where(host)} asks programs not to read this page (robots.txt). It was not read. You can change that in Settings, Checking.`,
  waiting: ({ host }) => `${where(host)} asked for fewer requests. Wait a little, then press Find again.`,
  offline: () => 'You are offline. Press Find again when the connection returns.',
  dns: ({ host }) =>
    `There is no site called ${host === '' ? 'that' : host}. Look for a typing mistake in the address.`,
  connect: ({ host }) => `${where(host)} does not answer. Try again later.`,
  tls: ({ host }) =>
    `The connection to ${where(host)} is not secure: its certificate could not be checked. Nothing was read.`,
  timeout: ({ host }) => `${where(host)} took too long to answer. Try again later.`,
  incomplete: () => 'The connection broke before the whole page had come. Press Find again.',
  'bad-response': ({ host }) => `${where(host)} sent something that is not a web page.`,
  'too-large': () => 'The page is too large to read.',
  'too-many-redirects': ({ host }) =>
    `${where(host)} sends this address in a circle. Copy the address of the page from your browser.`,
  aborted: () => 'Looking was stopped.',
  redirected: ({ host }) =>
    `The address leads to another page of ${host === '' ? 'the site' : host}, not to an article. Nothing was added.`,
  gone: ({ problem }) => `There is no page at this address${status(problem)}. Look for a typing mistake in it.`,
  blocked: ({ host, problem }) =>
    `${where(host)} refused to show the page to Palimpsest${status(problem)}. It may still open in your browser.`,
  paywall: () => 'The page shows a part of its text and asks for payment. Palimpsest can follow only what it can read.',
  consent: ({ host }) => `${where(host)} asks for consent before it shows the article. No article text was found.`,
  'soft-404': () => 'The page says that it was not found. Look for a typing mistake in the address.',
  'not-an-article': noArticle,
  'rate-limited': ({ host, problem }) =>
    `${where(host)} asked for fewer requests${status(problem)}. Wait a little, then press Find again.`,
  'server-error': ({ host, problem }) => `${where(host)} could not answer${status(problem)}. Try again later.`,
  'network-error': ({ host }) => `${where(host)} could not be reached. Try again later.`
}

function status({ status }: LookProblem): string {
  return status === null || status < 400 ? '' : ` (${statusWords(status)})`
}

/** Why an address led to no article. */
export function lookWords({ address, problem, feeds }: Looked): string | null {
  if (problem === null) return null
  const words = problemWords[problem.code]
  if (words !== undefined) return words({ host: hostOf(address), problem, feeds: feeds.length })
  return `The page could not be read (${problem.code}). Nothing was added.`
}

/** The host of an address as it was typed; empty where there is none. */
export function hostOf(address: string): string {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(address) ? address : `https://${address}`)
  return url?.hostname ?? ''
}

/** The name under which one host is allowed: with its port, where the address has one. */
export function allowName(address: string): string {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(address) ? address : `https://${address}`)
  return url?.host ?? ''
}

/** `Found an article and 3 feeds on this site`. */
export function foundWords(looked: readonly Looked[]): string | null {
  const articles = looked.filter(({ article }) => article !== null).length
  const feeds = looked.reduce((sum, one) => sum + one.feeds.length, 0)
  if (articles + feeds === 0) return null
  const parts = [
    articles === 0 ? '' : articles === 1 ? 'an article' : count(articles, 'article'),
    feeds === 0 ? '' : count(feeds, 'feed')
  ].filter((part) => part !== '')
  return `Found ${parts.join(' and ')}${looked.length === 1 ? ' on this site' : ` at ${count(looked.length, 'address', 'addresses')}`}`
}
