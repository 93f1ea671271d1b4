import { expect, test } from 'vitest'
import { hitsOf } from '../../../src/domain/search/hits.ts'
import { parseQuery } from '../../../src/domain/search/query.ts'
import { addition, removal, type Sightings } from '../../../src/domain/search/turn.ts'

/** Versions as lists of paragraphs, each paragraph with a number of its own. */
function sightings(query: string, versions: readonly (readonly string[])[]): Sightings {
  const texts = [...new Set(versions.flat())]
  const { terms } = parseQuery(query)
  const timesIn = (number: number) => hitsOf(texts[number]!, terms).length
  return {
    versions: versions.map((paragraphs) => paragraphs.map((text) => texts.indexOf(text)).filter((n) => timesIn(n) > 0)),
    timesIn,
    textOf: (number) => texts[number]!
  }
}

/** The pair, and the texts of the blocks. */
function told(turn: ReturnType<typeof removal>, seen: Sightings) {
  if (turn === null) return null
  return [turn.older, turn.newer, [...turn.blocks].map((number) => seen.textOf(number)).sort()]
}

const a = 'Nobody is being forced out, the council said.'
const aTypo = 'Nobody is beeing forced out, the council said.'
const aSofter = 'Nobody is being asked to leave, the council said.'
const b = 'Residents fear they will be forced from their homes.'
const c = 'Work begins in April.'

test.each([
  ['a paragraph goes', [[a, c], [c]], [0, 1, [a]]],
  ['words go out of a paragraph', [[a], [aSofter]], [0, 1, [a]]],
  [
    'a corrected paragraph took nothing out',
    [
      [aTypo, c],
      [a, c]
    ],
    null
  ],
  [
    'a moved paragraph neither',
    [
      [a, c],
      [c, a]
    ],
    null
  ],
  ['one of two goes', [[a, b], [b]], [0, 1, [a]]],
  ['one is corrected while the other goes', [[aTypo, b], [a]], [0, 1, [b]]],
  ['what it was before a correction counts as the same', [[aTypo], [a], [c]], [1, 2, [aTypo, a]]],
  ['the last time it went', [[a], [c], [a], [c]], [2, 3, [a]]],
  ['what went and is back is not gone', [[a], [c], [a]], null],
  ['one of its two places in one paragraph', [[`${a} ${b}`], [a]], [0, 1, [`${a} ${b}`]]],
  ['it was never there', [[c], [c, aSofter]], null],
  ['there is one version', [[a]], null]
] as const)('taken out: %s', (_, versions, expected) => {
  const seen = sightings('forced', versions)
  expect(told(removal(seen), seen)).toEqual(expected)
})

test.each([
  ['a paragraph comes', [[c], [c, a]], [0, 1, [a]]],
  ['words come into a paragraph', [[aSofter], [a]], [0, 1, [a]]],
  ['it was there from the start', [[a], [a, c]], null],
  ['a second place', [[a], [a, b]], [0, 1, [b]]],
  ['its later forms count as the same', [[c], [aTypo], [a]], [0, 1, [aTypo, a]]],
  ['the first time it came', [[c], [a], [c], [a]], [0, 1, [a]]]
] as const)('put in: %s', (_, versions, expected) => {
  const seen = sightings('forced', versions)
  expect(told(addition(seen), seen)).toEqual(expected)
})
