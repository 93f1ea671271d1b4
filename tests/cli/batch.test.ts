import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { comparisonJson } from '../../src/library/exchange/comparison-json.ts'

const root = resolve(import.meta.dirname, '../..')

interface Answer {
  readonly id?: string | number
  readonly error?: string
  readonly summary?: string
  readonly sentences?: readonly object[]
  readonly edits?: readonly { readonly kinds: string[]; readonly before: string; readonly after: string }[]
}

function batch(input: string, ...args: string[]) {
  const script = join(root, 'src/cli/palimpsest.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'diff', '--jsonl', ...args], {
    input,
    encoding: 'utf8'
  })
  const answers = stdout.split('\n').filter((line) => line !== '')
  return { status, stderr, answers: answers.map((line) => JSON.parse(line) as Answer) }
}

const filler = 'It was a long night for all who had come to the quay, and nobody slept.'
const toll = (dead: number) => `The death toll rose to ${dead}. ${filler}`
const line = (pair: object) => `${JSON.stringify(pair)}\n`
const pairs = [
  { id: 'paragraph', old: toll(12), new: toll(48) },
  { id: 'article', old: `Quay closed\n\n${toll(12)}\n\n${filler}`, new: `Quay open\n\n${toll(12)}\n\n${filler}` },
  { id: 3, old: ['Boats stay in.', 'It rains.'], new: ['It rains.', 'Boats stay in.', 'The quay is wet.'], lang: 'en' },
  { id: 4, old: toll(12), new: toll(12) },
  { id: 5, old: '', new: 'Something.' }
]

test('every line is answered, in order, in the documented form', () => {
  const { status, stderr, answers } = batch(pairs.map(line).join(''))
  expect([status, stderr]).toEqual([0, ''])
  expect(answers.map(({ id }) => id)).toEqual(pairs.map(({ id }) => id))
  for (const answer of answers) expect(comparisonJson.safeParse(answer).error).toBeUndefined()
})

test('a lone paragraph is no headline; the first line above paragraphs is one', () => {
  const { answers } = batch(pairs.slice(0, 2).map(line).join(''))
  expect(answers.map(({ edits }) => edits!.map(({ kinds }) => kinds))).toEqual([[['figure']], [['headline']]])
})

test('sentences are counted over the body; a list of them is not split again', () => {
  const text = {
    old: 'Rain\n\nIt rained. Boats stayed in.',
    new: 'Rain\n\nIt rained a lot. Boats stayed in. So did we.'
  }
  const list = { old: ['It rained. All day.', 'Boats stayed in.'], new: ['Boats stayed in.', 'It rained. All day.'] }
  const { answers } = batch(line(text) + line(list))
  expect(answers.map(({ sentences }) => sentences)).toEqual([
    [
      { op: 'edited', old: [0], new: [0] },
      { op: 'same', old: [1], new: [1] },
      { op: 'added', old: [], new: [2] }
    ],
    [
      { op: 'moved', old: [1], new: [0] },
      { op: 'same', old: [0], new: [1] }
    ]
  ])
})

test('a line that cannot be understood says so, the others are answered, and the exit code tells', () => {
  const lines = ['{"id":1,', line({ id: 7, old: 3, new: 'a' }), '\n', line({ old: 'a' }), '[1]\n', line(pairs[0]!)]
  const { status, answers } = batch(`${lines[0]}\n${lines.slice(1).join('')}`)
  expect(status).toBe(1)
  expect(answers).toEqual([
    { error: expect.stringContaining('no JSON') },
    { id: 7, error: 'old: expected a text or a list of sentences' },
    { error: 'new: expected a text or a list of sentences' },
    { error: expect.stringContaining('expected object') },
    expect.objectContaining({ id: 'paragraph', summary: '1 figure changed.' })
  ])
})

test('lines come from files too, and --lang is their language where they name none', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'palimpsest-batch-')), 'pairs.jsonl')
  const pair = { old: 'Ele chegou ontem.', new: 'Ele chegou no ontem.' }
  writeFileSync(file, line({ ...pair, id: 'es', lang: 'es' }) + line({ ...pair, id: 'pt' }))
  const { answers } = batch('', file, '--lang', 'pt')
  expect(answers.map(({ id, edits }) => [id, edits?.[0]?.kinds])).toEqual([
    ['es', ['negation']],
    ['pt', ['wording']]
  ])
})

test('a line ends at a line feed alone, whatever else of Unicode stands in a text', () => {
  const pair = { id: 1, old: 'It rained.\u2028All day.\u0085', new: 'It rained.\u2028All night.\u0085' }
  const { status, answers } = batch(`\uFEFF${JSON.stringify(pair)}\r\n${JSON.stringify({ ...pair, id: 2 })}`)
  expect([status, answers.map(({ id }) => id)]).toEqual([0, [1, 2]])
})

test('a file that is not there is an error in words', () => {
  const { status, stderr } = batch('', 'none.jsonl')
  expect(status).toBe(1)
  expect(stderr).toMatch(/"none.jsonl" cannot be read/)
})
