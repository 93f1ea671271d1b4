import { expect, test } from 'vitest'
import { dice } from './dice.ts'
import { Disk } from './disk.ts'
import type { Entry } from './record.ts'

const did = (kind: Entry['kind'], name: string, data = '', place = 0): Entry => {
  return { kind, name, place, data: Buffer.from(data) }
}
const made = [did('O', 'a'), did('W', 'a', 'old'), did('S', 'a'), did('D', '.')]

const examples: readonly { name: string; log: readonly Entry[]; dropped: object; kept: object }[] = [
  { name: 'a synced file stays', log: [], dropped: { a: 'old' }, kept: { a: 'old' } },
  { name: 'an unsynced write may be lost', log: [did('W', 'a', 'new!')], dropped: { a: 'old' }, kept: { a: 'new!' } },
  {
    name: 'a synced one may not',
    log: [did('W', 'a', 'N'), did('S', 'a')],
    dropped: { a: 'Nld' },
    kept: { a: 'Nld' }
  },
  { name: 'a length too waits for its sync', log: [did('T', 'a', '', 1)], dropped: { a: 'old' }, kept: { a: 'o' } },
  { name: 'a new name waits for its folder', log: [did('O', 'b')], dropped: { a: 'old' }, kept: { a: 'old', b: '' } },
  {
    name: 'even if its file is synced',
    log: [did('O', 'b'), did('W', 'b', 'x'), did('S', 'b')],
    dropped: { a: 'old' },
    kept: { a: 'old', b: 'x' }
  },
  { name: 'and so does its end', log: [did('U', 'a')], dropped: { a: 'old' }, kept: {} },
  { name: 'and another name', log: [did('R', 'a', 'b')], dropped: { a: 'old' }, kept: { b: 'old' } },
  { name: 'until the folder is synced', log: [did('U', 'a'), did('D', '.')], dropped: {}, kept: {} }
]

test.each(examples)('$name', ({ log, dropped, kept }) => {
  const disk = new Disk()
  for (const entry of [...made, ...log]) disk.play(entry)
  const after = (fate: 'dropped' | 'kept') =>
    Object.fromEntries([...disk.fail(fate, () => 0)].map(([name, bytes]) => [name, bytes.toString()]))
  expect(after('dropped')).toEqual(dropped)
  expect(after('kept')).toEqual(kept)
})

test('a torn write leaves any of its sectors, whole', () => {
  const disk = new Disk()
  for (const entry of [...made, did('W', 'a', 'x'.repeat(2048), 512)]) disk.play(entry)
  const torn = disk.fail('torn', dice(3)).get('a')!
  const sectors = [1, 2, 3, 4].map((n) => torn.toString('latin1', n * 512, (n + 1) * 512))
  expect(sectors.filter((bytes) => bytes === 'x'.repeat(512)).length).toBeGreaterThan(0)
  expect(sectors.filter((bytes) => !/^(x{512}|\0*)$/.test(bytes))).toEqual([])
  expect(sectors.filter((bytes) => !bytes.startsWith('x')).length).toBeGreaterThan(0)
})
