import { readFileSync } from 'node:fs'
import { parse } from 'tldts'
import { expect, test } from 'vitest'
import { canonicalAddress, withoutParameters } from '../../../src/library/address/canonical.ts'
import { hasSuite, suites } from '../feeds/corpora.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, suites), 'utf8'))
const duck = 'url/duckduckgo/'

interface Tests {
  readonly tests: readonly { readonly name: string; readonly testURL: string; readonly expectURL: string; readonly initiatorURL?: string }[] // prettier-ignore
}

test.runIf(hasSuite(duck))(
  'the parameter tests of DuckDuckGo with their own list (files beside the checkout): every one whose site is not excepted',
  () => {
    const { trackingParameters } = read(`${duck}url-parameters/tests.json`) as { trackingParameters: Tests }
    const config = read(`${duck}url-parameters/config_reference.json`) as {
      features: { trackingParameters: { settings: { parameters: string[] } } }
    }
    const theirs = new Set(config.features.trackingParameters.settings.parameters)
    const cases = trackingParameters.tests.filter(({ name }) => !name.includes('exceptions list'))
    const found = cases.map(({ testURL }) => {
      const start = testURL.indexOf('?')
      const path = start < 0 ? testURL : testURL.slice(0, start)
      return start < 0 ? testURL : path + withoutParameters(testURL.slice(start), (name) => theirs.has(name))
    })
    console.log(`DuckDuckGo: ${cases.length} of ${trackingParameters.tests.length}; the others test a list of excepted sites`) // prettier-ignore
    expect(found).toEqual(cases.map(({ expectURL }) => expectURL))
    expect(cases).toHaveLength(15)
  }
)

test.runIf(hasSuite(duck))('the AMP formats of DuckDuckGo (files beside the checkout)', () => {
  interface Amp { readonly ampFormats: { readonly tests: readonly { readonly ampURL: string; readonly expectURL: string }[] } } // prettier-ignore
  const { ampFormats } = read(`${duck}amp-protections/tests.json`) as Amp
  const cases = ampFormats.tests.filter(({ expectURL }) => expectURL !== '')
  const found = cases.map(({ ampURL }) => canonicalAddress(ampURL))
  expect(found).toEqual(cases.map(({ expectURL }) => expectURL.replace(/#.*/, '')))
})

test.runIf(hasSuite('psl/test_psl.txt'))(
  'registrable domains of the Public Suffix List (file beside the checkout)',
  () => {
    const lines = readFileSync(new URL('psl/test_psl.txt', suites), 'utf8')
    const pairs = [...lines.matchAll(/^checkPublicSuffix\('([^']+)', (?:'([^']+)'|null)\)/gm)]
    const right = pairs.filter(([, host, domain]) => parse(host!, { allowPrivateDomains: true }).domain === (domain === undefined ? null : parse(domain, { allowPrivateDomains: true }).hostname)) // prettier-ignore
    console.log(`PSL: ${right.length} of ${pairs.length}`)
    expect(pairs.length).toBeGreaterThan(70)
    expect(pairs.length - right.length).toBeLessThanOrEqual(2)
  }
)
