import { t, type Key } from '../../catalogue/words.ts'
import type { Looked } from '../../contract/tracking.ts'
import { listed } from '../ui/words.ts'
import { statusWords } from './outcomeWords.ts'

/** What happened, what is safe, what next: for each failure of fetching (library/fetch) and each outcome. */
const problemWords: Readonly<Record<string, Key>> = {
  'bad-address': 'problem.badAddress',
  'refused-address': 'problem.refusedAddress',
  robots: 'problem.robots',
  waiting: 'problem.waiting',
  offline: 'problem.offline',
  dns: 'problem.dns',
  connect: 'problem.connect',
  tls: 'problem.tls',
  timeout: 'problem.timeout',
  incomplete: 'problem.incomplete',
  'bad-response': 'problem.badResponse',
  'too-large': 'problem.tooLarge',
  'too-many-redirects': 'problem.tooManyRedirects',
  aborted: 'problem.aborted',
  redirected: 'problem.redirected',
  gone: 'problem.gone',
  blocked: 'problem.blocked',
  paywall: 'problem.paywall',
  consent: 'problem.consent',
  'soft-404': 'problem.notFound',
  'not-an-article': 'problem.noArticle',
  'rate-limited': 'problem.rateLimited',
  'server-error': 'problem.serverError',
  'network-error': 'problem.networkError'
}

/** Why an address led to no article. */
export function lookWords({ address, problem, feeds }: Looked): string | null {
  if (problem === null) return null
  const { code, status } = problem
  if (code === 'not-an-article' && feeds.length > 0) return t('problem.listOfLinks', { n: feeds.length })
  const host = hostOf(address)
  const told = status !== null && status >= 400
  return t(problemWords[code] ?? 'problem.other', {
    code,
    host,
    known: host === '' ? 'no' : 'yes',
    hasStatus: told ? 'yes' : 'no',
    status: told ? statusWords(status) : ''
  })
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
  const what = listed([
    articles === 0 ? '' : t('add.foundArticles', { n: articles }),
    feeds === 0 ? '' : t('amount.feeds', { n: feeds })
  ])
  return looked.length === 1 ? t('add.foundHere', { what }) : t('add.foundAt', { what, n: looked.length })
}
