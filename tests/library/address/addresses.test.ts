import { describe, expect, test } from 'vitest'
import { canonicalAddress } from '../../../src/library/address/canonical.ts'
import { articleKey, isHomePage, sameSite } from '../../../src/library/address/key.ts'

describe('the canonical address', () => {
  test.each([
    ['HTTPS://Example.ORG:443/Story', 'https://example.org/Story'],
    ['http://example.org:80/a/../story#comments', 'http://example.org/story'],
    ['https://example.org/#!/story/7', 'https://example.org/#!/story/7'],
    ['https://example.org/story?utm_source=x&id=7&fbclid=abc', 'https://example.org/story?id=7'],
    ['https://example.org/?p=12&story=a%20b+c&ref=home', 'https://example.org/?p=12&story=a%20b+c&ref=home'],
    ['https://reader:secret@example.org/story', 'https://example.org/story'],
    ['https://www.google.co.uk/amp/s/example.org/story?a=1', 'https://example.org/story?a=1'],
    ['https://example-org.cdn.ampproject.org/c/s/example.org/story', 'https://example.org/story'],
    ['https://example.org/story;jsessionid=0A1B?page=2', 'https://example.org/story?page=2'],
    ['https://bücher.example/straße', 'https://xn--bcher-kva.example/stra%C3%9Fe'],
    ['no address', 'no address'],
    ['javascript:alert(1)', 'javascript:alert(1)']
  ])('%s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical)
    expect(canonicalAddress(canonical)).toBe(canonical)
  })
})

describe('what two addresses of one article share', () => {
  test.each([
    'http://www.example.co.uk/story/',
    'https://m.example.co.uk/story',
    'https://amp.example.co.uk/story/index.html',
    'https://example.co.uk/story/amp/',
    'https://example.co.uk/story.amp',
    'https://example.co.uk/story?utm_campaign=x&amp',
    'https://www.google.com/amp/s/www.example.co.uk/story'
  ])('%s', (address) => expect(articleKey(address)).toBe('example.co.uk/story'))

  test('another article has another key', () => {
    expect(articleKey('https://example.org/?p=1')).not.toBe(articleKey('https://example.org/?p=2'))
    expect(articleKey('https://news.example.org/a')).not.toBe(articleKey('https://example.org/a'))
    expect(articleKey('https://m.com/a')).toBe('m.com/a')
    expect(articleKey('https://example.org/?b=2&a=1')).toBe(articleKey('https://example.org/?a=1&b=2'))
    expect(articleKey('http://127.0.0.1:8080/a')).toBe('127.0.0.1:8080/a')
  })
})

test('one site', () => {
  expect(sameSite('https://news.example.co.uk/a', 'http://www.example.co.uk')).toBe(true)
  expect(sameSite('https://one.co.uk', 'https://other.co.uk')).toBe(false)
  expect(sameSite('https://one.github.io', 'https://other.github.io')).toBe(false)
  expect(sameSite('http://127.0.0.1:1/', 'http://127.0.0.1:2/')).toBe(true)
  expect(sameSite('nothing', 'nothing')).toBe(false)
})

test('front pages', () => {
  const home = ['https://example.org', 'https://example.org/index.html', 'https://example.org/en/', 'http://example.org/?utm_source=x'] // prettier-ignore
  const inner = ['https://example.org/news', 'https://example.org/?p=7', 'https://example.org/en/story']
  expect(home.map((address) => isHomePage(address))).toEqual(home.map(() => true))
  expect(inner.map((address) => isHomePage(address))).toEqual(inner.map(() => false))
})
