import { describe, expect, test } from 'vitest'
import { blame } from '../../../src/domain/blame/blame.ts'
import { revisionOf } from './history.ts'

const wall = 'The wall at low tide was measured by three engineers in February.'
const rent = 'Tenants will not pay rent while they are away, the council said.'
const move = 'Families may come back to their own homes within eighteen months.'
const storm = 'A heavy storm hit the coast last night and two boats sank.'

/** What is gone from version `target`, counted from 1: each with the versions it stood in. */
function traced(versions: readonly (readonly string[])[], target: number = versions.length) {
  const revisions = versions.map((lines) => revisionOf(...lines))
  const { blocks, replaced, cuts, gone } = blame(revisions, target - 1)
  const texts = revisions[target - 1]!.blocks.map(({ text }) => text)
  const stood = ({ text, from, to }: { text: string; from: number; to: number }) => `(${from + 1}-${to + 1})${text}`
  return {
    replaced: replaced.map((one) => {
      const { start, end } = blocks[one.block]![one.passage]!
      return `${texts[one.block]!.slice(start, end).trim()} < ${stood(one)}`
    }),
    cuts: cuts.map((one) => `${texts[one.block]!.slice(0, one.at)}| ${stood(one)}`),
    gone: gone.map((one) => `${one.after}: ${stood(one)}`)
  }
}

const nothing = { replaced: [], cuts: [], gone: [] }

describe('what words replaced', () => {
  test('a figure, and since when the one before it stood', () => {
    const told = traced([[wall], [wall], [wall.replace('three', 'five')]])
    expect(told).toEqual({ ...nothing, replaced: ['five < (1-2)three'] })
  })

  test('each word what it replaced itself, not what that had replaced', () => {
    const told = traced([[wall], [wall.replace('three', 'five')], [wall.replace('three', 'nine')]])
    expect(told.replaced).toEqual(['nine < (2-2)five'])
  })

  test('at the start and at the end of a block', () => {
    const told = traced([[wall], [wall.replace('The wall', 'Its footing').replace('in February', 'last winter')]])
    expect(told.replaced).toEqual(['Its footing < (1-1)The wall', 'last winter. < (1-1)in February'])
  })

  test('a headline that says something else altogether', () => {
    const told = traced([
      ['headline: Council to move families', wall],
      ['headline: Residents will stay put', wall]
    ])
    expect(told.replaced).toEqual(['Residents will stay put < (1-1)Council to move families'])
  })

  test('nothing where words were only put in', () => {
    expect(traced([[wall], [wall.replace('three', 'three independent')]])).toEqual(nothing)
  })
})

describe('where words were removed', () => {
  test('inside a sentence, behind the word before', () => {
    const told = traced([[wall], [wall.replace(' by three engineers', '')]])
    expect(told.cuts).toEqual(['The wall at low tide was measured| (1-1)by three engineers'])
    expect(told.replaced).toEqual([])
  })

  test('at the start of a block, before the word after', () => {
    expect(traced([[`${storm} ${wall}`], [wall]]).cuts).toEqual([`| (1-1)${storm.slice(0, -1)}`])
  })

  test('not where they came back', () => {
    expect(traced([[`${wall} ${storm}`], [wall], [`${wall} ${storm}`]])).toEqual(nothing)
  })

  test('an older version knows nothing of what left later', () => {
    expect(traced([[`${wall} ${storm}`], [`${wall} ${storm}`], [wall]], 2)).toEqual(nothing)
  })
})

describe('blocks that are gone', () => {
  test('behind the block they stood behind', () => {
    const told = traced([
      [wall, rent, move],
      [wall, rent, move],
      [wall, move]
    ])
    expect(told).toEqual({ ...nothing, gone: [`0: (1-2)${rent}`] })
  })

  test('the first one stood before all', () => {
    expect(traced([[rent, wall], [wall]]).gone).toEqual([`-1: (1-1)${rent}`])
  })

  test('not one that moved, was split or came back', () => {
    expect(
      traced([
        [rent, wall, move],
        [wall, rent, move]
      ]).gone
    ).toEqual([])
    expect(traced([[`${rent} ${wall}`], [rent, wall]]).gone).toEqual([])
    expect(traced([[rent, wall], [wall], [rent, wall]]).gone).toEqual([])
  })

  test('one that came back and left again is told once', () => {
    expect(traced([[rent, wall], [wall], [rent, wall], [wall]]).gone).toEqual([`-1: (3-3)${rent}`])
  })
})
