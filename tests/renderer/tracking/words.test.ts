import { describe, expect, test } from 'vitest'
import { t } from '../../../src/catalogue/words.ts'
import type { Activity, Checks, Looked, Tracking } from '../../../src/contract/tracking.ts'
import { outcomes, type Outcome } from '../../../src/domain/capture.ts'
import { fetchFailures } from '../../../src/library/fetch/fetched.ts'
import { addressesIn } from '../../../src/renderer/tracking/addresses.ts'
import {
  addButton,
  articleFacts,
  feedFacts,
  followedWords,
  paceSentence
} from '../../../src/renderer/tracking/addWords.ts'
import { backfillWords, heldWords, readerState, scheduleWords } from '../../../src/renderer/tracking/articleWords.ts'
import { hostWords, leftWords, statusOf, upcoming } from '../../../src/renderer/tracking/checksWords.ts'
import { feedWords } from '../../../src/renderer/tracking/feedWords.ts'
import { outcomeLine, outcomeWords, pillOf, sentLine } from '../../../src/renderer/tracking/outcomeWords.ts'
import { allowName, foundWords, hostOf, lookWords } from '../../../src/renderer/tracking/problemWords.ts'
import { makeClock } from '../../../src/renderer/ui/time.ts'
import { capture } from '../make.ts'

const clock = makeClock('en-GB', 'UTC', 2026)
const now = Date.parse('2026-03-04T11:40:00Z')
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString()

const article = {
  kind: 'article' as const,
  url: 'https://courier.example/quay-row',
  headline: 'Quay Row families will have a choice',
  site: 'The Courier',
  paragraphs: 13,
  words: 346,
  published: '2026-03-03T09:05:00Z',
  byline: 'By Mira Castellan',
  known: null
}
const feed = {
  kind: 'feed' as const,
  url: 'https://courier.example/feed',
  title: 'Latest news',
  format: 'rss' as const,
  entries: 20,
  daily: 14.2,
  known: null
}
const looked = (more: Partial<Looked> = {}): Looked => ({
  address: 'courier.example/quay-row',
  article: null,
  feeds: [],
  problem: null,
  ...more
})

describe('adding', () => {
  test.each([
    [1, 0, 'Add 1 article'],
    [1, 2, 'Add 1 article and 2 feeds'],
    [0, 1, 'Add 1 feed'],
    [0, 0, 'Add']
  ])('%i articles and %i feeds: %s', (articles, feeds, expected) => {
    expect(addButton(articles, feeds)).toBe(expected)
  })

  test.each([
    [[looked({ article, feeds: [feed, feed, feed] })], 'Found an article and 3 feeds on this site'],
    [[looked({ feeds: [feed] })], 'Found 1 feed on this site'],
    [[looked({ article }), looked({ article })], 'Found 2 articles at 2 addresses'],
    [[looked()], null]
  ])('what was found, %#', (all, expected) => {
    expect(foundWords(all)).toBe(expected)
  })

  test.each([
    [{}, '13 paragraphs, 346 words. Published Tue 3 Mar by Mira Castellan'],
    [{ byline: null }, '13 paragraphs, 346 words. Published Tue 3 Mar'],
    [{ published: null, byline: 'Mira Castellan', words: 1, paragraphs: 1 }, '1 paragraph, 1 word. By Mira Castellan']
  ])('an article with %o', (facts, expected) => {
    expect(articleFacts({ ...article, ...facts }, (iso) => clock.day(iso))).toBe(expected)
  })

  test.each([
    [14.2, 'Feed, about 14 articles a day'],
    [1, 'Feed, about 1 article a day'],
    [0.5, 'Feed, about 4 articles a week'],
    [0.05, 'Feed, about 2 articles a month'],
    [null, 'Feed, 20 articles']
  ])('a feed with %s a day', (daily, expected) => {
    expect(feedFacts({ ...feed, daily })).toBe(expected)
  })

  test.each([
    [{ newArticles: 1, newFeeds: 2, alreadyThere: 0 }, 'Added 1 article and 2 feeds.'],
    [{ newArticles: 1, newFeeds: 0, alreadyThere: 2 }, 'Added 1 article. 2 were already in the library.'],
    [{ newArticles: 0, newFeeds: 0, alreadyThere: 1 }, 'Already in the library. Nothing was added.']
  ])('what was added, %o', (some, expected) => {
    expect(followedWords({ articles: [], feeds: [], ...some })).toBe(expected)
  })

  test('the sentence about a pace names robots.txt only where it is followed', () => {
    expect(paceSentence('usual', true)).toContain('robots.txt')
    expect(paceSentence('usual', false)).not.toContain('robots.txt')
    expect(paceSentence('paused', true)).not.toContain('robots.txt')
  })
})

describe('why an address led to nothing', () => {
  test.each([...fetchFailures, ...outcomes.filter((one) => outcomeWords[one].tone === 'failed')])(
    '%s has words of its own',
    (code) => {
      const words = lookWords(looked({ problem: { code, detail: '', status: null } }))
      expect(words).toMatch(/^[A-Zc].*\.$/u)
      expect(words).not.toContain('could not be read (')
    }
  )

  test.each([
    [0, 'Nothing was added.'],
    [1, 'add its feed instead.'],
    [3, 'The page is a list of links; add one of its 3 feeds instead.']
  ])('no article, %i feeds', (feeds, expected) => {
    const problem = { code: 'not-an-article', detail: '', status: 200 }
    const words = lookWords(looked({ problem, feeds: Array.from({ length: feeds }, () => feed) }))
    expect(words).toContain('No article found at this address.')
    expect(words).toContain(expected)
  })

  test('the status stands in brackets after the words', () => {
    expect(lookWords(looked({ problem: { code: 'blocked', detail: '', status: 403 } }))).toBe(
      'courier.example refused to show the page to Palimpsest (403 Forbidden). It may still open in your browser.'
    )
  })

  test.each([
    ['192.168.1.5:8080/a', '192.168.1.5', '192.168.1.5:8080'],
    ['http://nas.example/a', 'nas.example', 'nas.example'],
    ['not an address', '', '']
  ])('the host of %s', (address, host, allowed) => {
    expect([hostOf(address), allowName(address)]).toEqual([host, allowed])
  })
})

test.each([
  ['https://a.example/x\r\n# a comment\nhttps://b.example/', ['https://a.example/x', 'https://b.example/']],
  ['a.example/news\na.example/news', ['a.example/news']],
  ['www.a.example', ['www.a.example']],
  ['bücher.example/ü', ['bücher.example/ü']],
  ['The council said on Tuesday.', null],
  ['https://a.example/\nand some words', null],
  ['report.final', ['report.final']],
  ['javascript:alert(1)', null],
  ['', null]
])('the addresses in %j', (text, expected) => {
  expect(addressesIn(text)).toEqual(expected)
})

const checks: Checks = {
  paused: false,
  offlineSince: null,
  checking: [],
  done: 0,
  total: 0,
  hosts: [],
  finished: [],
  lastAt: ago(3),
  nextAt: ago(-12),
  due: 0,
  refusing: []
}

describe('the status row', () => {
  test.each([
    [{}, 'checked', 'Checked 3 min ago', 'Next in 12 min'],
    [{ lastAt: ago(0) }, 'checked', 'Checked just now', 'Next in 12 min'],
    [{ lastAt: null }, 'checked', 'Not checked yet', 'Next in 12 min'],
    [{ done: 6, total: 23 }, 'checking', 'Checking 6 of 23', 'Checked 3 min ago'],
    [{ offlineSince: ago(38), due: 9 }, 'offline', 'Offline since 11:02', '9 checks waiting'],
    [{ paused: true, due: 1 }, 'paused', 'Paused', '1 check waiting'],
    [{ refusing: ['a', 'b', 'c'] }, 'refused', '3 sites refuse checks', 'Checked 3 min ago'],
    [{ lastAt: null, nextAt: null }, 'none', 'Nothing is followed yet', 'Add a link to follow it']
  ])('with %o', (some, state, first, second) => {
    expect(statusOf({ ...checks, ...some }, now, clock)).toEqual({ state, first, second })
  })

  test.each([
    [{ waitsUntil: null }, '1 at a time, 2 s apart'],
    [{ waitsUntil: new Date(now + 40_000).toISOString() }, 'Asked to slow down, waiting 40 s'],
    [{ waitsUntil: ago(1), spacing: 0, perHost: 3 }, '3 at a time']
  ])('a host with %o', (some, expected) => {
    expect(hostWords({ host: 'a.example', done: 1, total: 8, perHost: 1, spacing: 2, ...some }, now)).toBe(expected)
  })

  test.each([
    [400, '1 s'],
    [40_000, '40 s'],
    [60_000, '1 min'],
    [59.7 * 60_000, '1 h'],
    [20 * 3600_000, '20 h'],
    [50 * 3600_000, '2 days']
  ])('%i ms are %s', (ms, expected) => {
    expect(leftWords(ms)).toBe(expected)
  })

  test.each([
    ['2026-03-04T14:05:00Z', 'at 14:05'],
    ['2026-03-05T09:00:00Z', 'tomorrow at 09:00'],
    ['2026-03-07T09:00:00Z', 'on Sat 7 Mar, 09:00']
  ])('%s is %s', (iso, expected) => {
    expect(upcoming(iso, now, clock)).toBe(expected)
  })
})

const activity: Activity = {
  id: 1,
  at: ago(2),
  url: 'https://courier.example/a?b=1',
  what: 'article',
  article: 1,
  feed: null,
  title: 'Ferry firm says',
  source: 'Echo',
  outcome: 'unchanged',
  status: 200,
  detail: '',
  version: null,
  added: 0
}

describe('outcomes', () => {
  test.each(outcomes)('%s has words', (outcome: Outcome) => {
    expect(t(outcomeWords[outcome].short).length).toBeLessThan(16)
    expect(t(outcomeWords[outcome].long)).toMatch(/^[A-Z].*[^.]$/u)
  })

  test.each([
    [{ outcome: 'changed' as const, version: '4' }, 'v4 saved', 'new'],
    [{}, 'No change', 'quiet'],
    [{ outcome: 'blocked' as const, status: 403 }, '403', 'failed'],
    [{ outcome: 'network-error' as const, status: null }, 'No answer', 'failed'],
    [{ what: 'feed' as const, added: 3 }, '3 new', 'new'],
    [{ what: 'feed' as const, outcome: 'changed' as const }, 'No new articles', 'quiet']
  ])('the pill of %o', (some, text, tone) => {
    expect(pillOf({ ...activity, ...some })).toEqual({ text, tone })
  })

  test('a line with its status', () => {
    expect(outcomeLine('blocked', 403)).toBe('The site refused the check (403 Forbidden)')
    expect(outcomeLine('paywall', 200)).not.toContain('200')
    expect(sentLine({ ...activity, status: 403 })).toMatch(/^\d\d:\d\d:\d\d GET \/a\?b=1 403$/u)
  })
})

const tracking: Tracking = {
  article: 1,
  pace: 'usual',
  reading: 'auto',
  lastAt: ago(3),
  nextAt: '2026-03-05T09:00:00Z',
  interval: 60,
  checks: 41,
  addresses: [],
  held: [],
  hostWaitsUntil: null,
  refusals: 0,
  backfill: null
}
const state = (some: Partial<Tracking>, captures = [capture(now - 60_000)], all: Partial<Checks> = {}) =>
  readerState({
    tracking: { ...tracking, ...some },
    checks: { ...checks, ...all },
    captures,
    host: 'castle.example',
    versions: 5,
    now,
    clock
  })

describe('what stands above a text', () => {
  test('nothing, where the article is checked and answers', () => {
    expect(state({})).toBeNull()
  })

  test('a site that refuses', () => {
    const refused = capture(now - 60_000, { outcome: 'blocked', status: 403 })
    const shown = state({ refusals: 3 }, [refused])
    expect(`${shown?.title} ${shown?.text}`).toBe(
      'castle.example refused the last 3 checks (403 Forbidden). Next try tomorrow at 09:00. Stored versions are not affected.'
    )
  })

  test.each([
    ['gone', 404, 'The page answered 404 on'],
    ['soft-404', 200, 'The page answered that it was not found on'],
    ['not-an-article', 200, 'The page loaded but no article text was found.']
  ] as const)('%s', (outcome, status, expected) => {
    expect(state({}, [capture(now - 60_000, { outcome, status })])?.title).toContain(expected)
  })

  test('offline comes first, and says how many versions are there', () => {
    const shown = state({ refusals: 3 }, [], { offlineSince: ago(5) })
    expect(shown?.text).toContain('All 5 stored versions are here to read.')
  })

  test('a host that asked for fewer checks, until it is asked again', () => {
    expect(state({ hostWaitsUntil: ago(-20) })?.text).toContain('Checks go on at 12:00.')
    expect(state({ hostWaitsUntil: ago(20) })).toBeNull()
  })

  test('a capture that was kept apart', () => {
    expect(heldWords({ capture: 1, at: ago(1), why: 'paywall', words: 62, before: 840 })).toEqual({
      title: 'A paywall is suspected.',
      text: 'The capture has 62 words; the version before had 840. It is kept apart and not compared.'
    })
  })

  test.each([
    [{ done: 0, total: 0, added: 0 }, 'Asking the archive which captures it has.'],
    [{ done: 12, total: 40, added: 3 }, 'Asking the archive: 12 of 40 captures. 3 earlier versions added so far.'],
    [{ done: 40, total: 40, added: 1, running: false }, '1 earlier version added.'],
    [
      { done: 2, total: 40, added: 0, running: false, problem: 'timeout' },
      'The archive did not answer (timeout). No earlier version found.'
    ]
  ])('an archive, %o', (some, expected) => {
    expect(backfillWords({ running: true, problem: null, ...some })).toBe(expected)
  })

  test.each([
    [{}, 'Next check in 21 h. Checked 41 times.'],
    [{ pace: 'paused' as const }, 'Not checked by itself. Checked 41 times.'],
    [{ nextAt: null, checks: 0 }, 'Not checked yet.']
  ])('the schedule of %o', (some, expected) => {
    expect(scheduleWords({ ...tracking, ...some }, now)).toBe(expected)
  })
})

test.each([
  [{}, 'Read 3 min ago. Next in 12 min'],
  [{ pace: 'paused' as const }, 'Read 3 min ago. Paused'],
  [{ outcome: 'gone' as const, nextAt: null }, 'Read 3 min ago. The page is no longer there'],
  [{ lastAt: null }, 'Not read yet. Next in 12 min']
])('a feed with %o', (some, expected) => {
  const row = {
    id: 1,
    url: feed.url,
    title: feed.title,
    source: 1,
    pace: 'usual' as const,
    lastAt: ago(3),
    nextAt: ago(-12),
    outcome: null
  }
  expect(feedWords({ ...row, ...some }, now, clock)).toBe(expected)
})
