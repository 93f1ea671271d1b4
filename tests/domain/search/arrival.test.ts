import { expect, test } from 'vitest'
import { arrivals, type SearchedBlock } from '../../../src/domain/search/arrival.ts'
import { parseQuery, type Scope } from '../../../src/domain/search/query.ts'

const headline = (text: string): SearchedBlock => ({ text, isHeadline: true })
const blocks = (...texts: readonly string[]): SearchedBlock[] => texts.map((text) => ({ text, isHeadline: false }))

interface Step {
  readonly gone?: readonly SearchedBlock[]
  readonly fresh?: readonly SearchedBlock[]
  readonly kept?: readonly SearchedBlock[]
  readonly isFirst?: boolean
}

const rewritten: Step = {
  gone: blocks('Nobody is forced out.', 'Rents rise.'),
  fresh: blocks('Rents rise, the council said.', 'A choice is offered.'),
  kept: blocks('The council met.')
}
const retitled: Step = { gone: [headline('Families forced out')], fresh: [headline('Families offered a choice')] }

test.each<[string, Scope, Step, readonly boolean[]]>([
  ['"forced out"', 'removed', rewritten, [true]],
  ['rents', 'removed', rewritten, [false]],
  ['choice', 'removed', rewritten, [false]],
  ['choice', 'added', rewritten, [true]],
  ['council', 'added', rewritten, [true]],
  ['rents', 'added', rewritten, [false]],
  ['choice', 'anywhere', rewritten, [true]],
  ['choice', 'current', rewritten, [true]],
  ['rents', 'anywhere', rewritten, [false]],
  ['council', 'anywhere', rewritten, [false]],
  ['forced', 'anywhere', rewritten, [false]],
  ['removed:forced choice', 'anywhere', rewritten, [true, true]],
  ['choice', 'headline', rewritten, [false]],
  ['choice', 'headline', retitled, [true]],
  ['families', 'headline', retitled, [false]],
  ['ÇHOÎCE', 'anywhere', rewritten, [true]],
  ['cho*', 'anywhere', rewritten, [true]],
  ['rises', 'anywhere', { fresh: blocks('The sun rises.'), isFirst: true }, [true]],
  ['rises', 'added', { fresh: blocks('The sun rises.'), isFirst: true }, [false]],
  ['rises', 'removed', { fresh: blocks('The sun rises.'), isFirst: true }, [false]]
])('%s, %s', (text, scope, { gone = [], fresh = [], kept = [], isFirst = false }, expected) => {
  const terms = parseQuery(text).terms.map((term) => ({ term, scope: term.scope ?? scope }))
  expect(arrivals(terms, { gone, fresh, kept, isFirst })).toEqual(expected)
})
