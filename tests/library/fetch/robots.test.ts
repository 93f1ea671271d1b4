import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseRobots } from '../../../src/library/fetch/robots.ts'
import { suites } from './web.ts'

interface Case {
  readonly test: string
  readonly robots: string
  readonly robotsUrl?: string
  readonly ua?: string
  readonly url: string
  readonly allowed: boolean
}

const cases = (name: string): Case[] => {
  const file = new URL(`robots/${name}.json`, suites)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases : []
}

/** The path as the case writes it: Google's cases are about what is already encoded. */
const pathOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*([^#]*)/.exec(url)?.[1] || '/'
const judge = ({ robots, ua, url }: Case): boolean => parseRobots(robots, ua ?? '').judge(pathOf(url)).allowed

const google = cases('google-robotstxt')
const rfc = google.filter(({ test }) => test.startsWith('ID_'))

describe.runIf(google.length > 0)('the cases of the reference parser (files beside the checkout)', () => {
  test.each(rfc.map((given, at) => [at, given.test, given] as const))('%i %s', (_at, _name, given) => {
    expect(judge(given)).toBe(given.allowed)
  })

  test('what only Google does differs in one thing: an index.html does not stand for its folder', () => {
    const differing = google.filter((given) => !given.test.startsWith('ID_') && judge(given) !== given.allowed)
    expect([...new Set(differing.map(({ test }) => test))]).toEqual(['GoogleOnly_IndexHTMLisDirectory'])
    expect(differing).toHaveLength(1)
  })
})

const parser = cases('robots-parser').filter(({ url, robotsUrl }) => URL.canParse(url) && URL.canParse(robotsUrl ?? ''))

test.runIf(parser.length > 0)('the cases of robots-parser that are about one host (files beside the checkout)', () => {
  const sameOrigin = ({ url, robotsUrl }: Case): boolean => new URL(url).origin === new URL(robotsUrl!).origin
  // Half a surrogate pair cannot come out of bytes.
  const ofHost = parser.filter((given) => sameOrigin(given) && given.robots.isWellFormed())
  const differing = ofHost.filter(({ robots, url, allowed }) => {
    const { pathname, search } = new URL(url)
    return parseRobots(robots, 'robot').judge(pathname + search).allowed !== allowed
  })
  console.log(`${ofHost.length - differing.length} of ${ofHost.length} as robots-parser has them`)
  expect(differing).toEqual([])
})

const rules = (text: string) => parseRobots(text, 'Palimpsest')

test.each([
  ['User-agent: *\nDisallow: /a', '/a/b', false, 'Disallow: /a'],
  ['User-agent: *\nDisallow: /a', '/b', true, null],
  ['User-agent: *\nDisallow:', '/a', true, null],
  ['\uFEFFUser-agent: *\nDisallow: /', '/a', false, 'Disallow: /'],
  ['User-agent: palimpsest/1.0\nDisallow: /a\nUser-agent: *\nDisallow: /b', '/a', false, 'Disallow: /a'],
  ['User-agent: palimpsest\nDisallow: /a\nUser-agent: *\nDisallow: /b', '/b', true, null],
  // All groups of one name count together.
  [
    'User-agent: Palimpsest\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: PALIMPSEST\nDisallow: /b',
    '/b',
    false,
    'Disallow: /b'
  ],
  // The longest rule decides, and the one that allows where two are as long.
  ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true, 'Allow: /a/b'],
  ['User-agent: *\nAllow: /a\nDisallow: /a/b', '/a/b/c', false, 'Disallow: /a/b'],
  ['User-agent: *\nDisallow: /a\nAllow: /a', '/a', true, 'Allow: /a'],
  ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf', false, 'Disallow: /*.pdf$'],
  ['User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true, null],
  ['User-agent: *\nDisallow: /a*b*c', '/axxbxxc', false, 'Disallow: /a*b*c'],
  ['User-agent: *\nDisallow: /a*b*c', '/axxcxxb', true, null],
  ['User-agent: *\nDisallow: /*a$', '/aa', false, 'Disallow: /*a$'],
  ['User-agent: *\nDisallow: *?session=', '/x?session=1', false, 'Disallow: *?session='],
  // Written in whatever way, a forbidden path is forbidden.
  ['User-agent: *\nDisallow: /ä', '/%C3%A4', false, 'Disallow: /ä'],
  ['User-agent: *\nDisallow: /%c3%a4', '/%C3%A4', false, 'Disallow: /%c3%a4'],
  ['User-agent: *\nDisallow: /%7Eme', '/~me', false, 'Disallow: /%7Eme'],
  ['User-agent: *\nDisallow: /~me', '/%7eme', false, 'Disallow: /~me'],
  ['User-agent: *\nDisallow: /a%2Fb', '/a/b', true, null],
  ['Disallow: /\nUser-agent: x', '/a', true, null],
  ['User-agent: x\nCrawl-delay: 1\n\nUser-agent: *\nDisallow: /a', '/a', false, 'Disallow: /a'],
  ['<!doctype html><title>Not found</title>', '/a', true, null],
  ['', '/a', true, null]
])('%j: %s', (text, path, allowed, rule) => {
  expect(rules(text).judge(path)).toEqual({ allowed, rule })
})

test.each([
  ['User-agent: *\nCrawl-delay: 10', 10],
  ['User-agent: *\nCrawl-delay: 0.5\nDisallow: /a', 0.5],
  ['User-agent: *\nCrawl-delay: 10\nUser-agent: Palimpsest\nCrawl-delay: 3', 3],
  ['User-agent: *\nCrawl-delay: 10\nDisallow:\nUser-agent: Palimpsest\nCrawl-delay: 3', 3],
  ['User-agent: *\nCrawl-delay: soon', null],
  ['User-agent: x\nCrawl-delay: 10', null]
])('%j asks to wait %s s', (text, seconds) => {
  expect(rules(text).crawlDelay).toBe(seconds)
})

test('a file made to be slow is read about as fast as one of that size that is not', () => {
  const time = (text: string, path: string): number => {
    const started = process.cpuUsage()
    rules(text).judge(path)
    const { user, system } = process.cpuUsage(started)
    return user + system
  }
  const lines = (line: string): string => `User-agent: *\n${`${line}\n`.repeat(500_000 / (line.length + 1))}`
  const usual = time(lines('Disallow: /archive/2026/'), '/news/2026/05/01/a-headline')
  const hostile = [
    time(lines(`Disallow: /${'*a'.repeat(1000)}b`), `/${'a'.repeat(2000)}`),
    time(lines(`Disallow: /*${'a'.repeat(1000)}b`), `/${'a'.repeat(2000)}`),
    time(lines('Disallow: /*a*a*a*b'), `/${'a'.repeat(2000)}`)
  ]
  expect(Math.max(...hostile)).toBeLessThan(20 * Math.max(usual, 20_000))
})
