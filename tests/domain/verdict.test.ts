import { expect, test } from 'vitest'
import type { Page, PageKind } from '../../src/domain/page.ts'
import { judge, type Response } from '../../src/domain/verdict.ts'

const page = (kind: PageKind, words: number): Page => ({
  kind,
  reason: `it is ${kind}`,
  headline: 'Row to be cleared',
  standfirst: null,
  byline: null,
  published: null,
  updated: null,
  section: null,
  site: null,
  lang: 'en',
  dir: 'ltr',
  canonicalUrl: null,
  ampUrl: null,
  nextPages: [],
  content: { claims: [], blocks: [{ kind: 'paragraph', text: 'word '.repeat(words).trim() }] },
  words,
  needsBrowser: false,
  removals: []
})

const seen = (over: Partial<Response>): Response => ({
  status: 200,
  isHome: false,
  isText: true,
  page: page('article', 400),
  unread: null,
  before: 400,
  ...over
})

const said = (over: Partial<Response>): string => {
  const verdict = judge(seen(over))
  if (verdict.as === 'text') return 'text'
  return verdict.as === 'held' ? `held ${verdict.why}` : verdict.outcome
}

test.each<[string, Partial<Response>, string]>([
  ['a complete article', {}, 'text'],
  ['the first look at one', { before: null }, 'text'],
  ['a short article that was always short', { page: page('article', 30), before: 35 }, 'text'],
  ['half of the text', { page: page('article', 200) }, 'text'],
  ['a tenth of the text', { page: page('article', 40) }, 'held shrunk'],
  ['a paywall where the text was known', { page: page('paywall', 40) }, 'held paywall'],
  ['a paywall at the first look', { page: page('paywall', 40), before: null }, 'paywall'],
  ['a wall for robots', { page: page('blocked', 10) }, 'blocked'],
  ['a wall sent with 503', { status: 503, page: page('blocked', 10) }, 'blocked'],
  ['a consent page', { page: page('consent', 30) }, 'consent'],
  ['a page that says it is not there', { page: page('soft-404', 20) }, 'soft-404'],
  ['a list of links', { page: page('not-an-article', 300) }, 'not-an-article'],
  ['the home page instead', { isHome: true }, 'redirected'],
  ['a picture', { isText: false, page: null }, 'not-an-article'],
  ['an empty body', { page: null }, 'not-an-article'],
  ['a page that hung the parser', { page: null, unread: 'time' }, 'too-large'],
  ['304', { status: 304, page: null }, 'not-modified'],
  ['404', { status: 404 }, 'gone'],
  ['410', { status: 410, page: null }, 'gone'],
  ['401', { status: 401 }, 'blocked'],
  ['402', { status: 402 }, 'paywall'],
  ['403', { status: 403 }, 'blocked'],
  ['429', { status: 429 }, 'rate-limited'],
  ['451', { status: 451 }, 'blocked'],
  ['500', { status: 500 }, 'server-error'],
  ['503', { status: 503, page: null }, 'server-error'],
  ['a part of the page (206)', { status: 206 }, 'not-an-article'],
  ['nothing (204)', { status: 204, page: null }, 'not-an-article']
])('%s: %s', (_, over, expected) => {
  expect(said(over)).toBe(expected)
})
