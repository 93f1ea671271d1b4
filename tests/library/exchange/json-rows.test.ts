import { expect, test } from 'vitest'
import { jsonRows, type JsonRow } from '../../../src/library/exchange/json-rows.ts'
import { FileRefusal } from '../../../src/library/exchange/read-file.ts'

async function* inParts(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(text: string, size = 3): Promise<{ rows: JsonRow[]; fault: string | null }> {
  const rows: JsonRow[] = []
  try {
    for await (const row of jsonRows(inParts(text, size))) rows.push(row)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    return { rows, fault: error.code }
  }
  return { rows, fault: null }
}

const file = {
  made: { by: ['x', { y: 1 }], at: null },
  'ta"b\\le': [{ id: 1, words: 'a "quoted" \\ {brace} [bracket], 水 🚀', deep: [1, { two: [3] }] }, {}],
  none: [],
  number: 4,
  last: [{ '': 'b\n' }, ['row']]
}
const rows = [
  { table: 'ta"b\\le', row: file['ta"b\\le'][0] },
  { table: 'ta"b\\le', row: {} },
  { table: 'last', row: { '': 'b\n' } },
  { table: 'last', row: ['row'] }
]

test.each([1, 2, 3, 5, 4096])('rows come alike in parts of %i bytes, whatever stands around them', async (size) => {
  expect(await rowsOf(JSON.stringify(file), size)).toEqual({ rows, fault: null })
  expect(await rowsOf(`\uFEFF ${JSON.stringify(file, null, 2)}\n`, size)).toEqual({ rows, fault: null })
})

test('cut anywhere, the rows before that are given', async () => {
  const text = JSON.stringify(file)
  for (let end = 0; end < text.length; end++) {
    const cut = await rowsOf(text.slice(0, end), 64)
    expect(cut.fault).toBe('truncated')
    expect(rows.slice(0, cut.rows.length)).toEqual(cut.rows)
  }
})

test.each([
  ['[{}]', 'damaged'],
  ['{"a":[{]}', 'damaged'],
  ['{"a":[{"b":}]}', 'damaged'],
  ['{}{}', 'damaged'],
  ['}', 'damaged'],
  [`{"a":[${'['.repeat(100_000)}`, 'damaged'],
  [`{"a":[[${'1,'.repeat(100_000)}`, 'damaged'],
  [`{"a":[{"b":"${'x'.repeat(9_000_000)}`, 'too-large']
])('what is no table of rows is refused by name (%#)', async (text, fault) => {
  expect((await rowsOf(text, 65_536)).fault).toBe(fault)
})
