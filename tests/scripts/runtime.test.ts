import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { setFuses } from '../../scripts/runtime/fuses.mjs'
import { gypDefines } from '../../scripts/runtime/sqlite.mjs'
import { integrityOf, makeStandIn } from '../../scripts/runtime/stand-in.mjs'
import { makePart } from '../../scripts/runtime/cache.mjs'
import { availableNames, packagesFor } from '../../scripts/runtime/system.mjs'
import { scratch } from './scratch.ts'

describe('setFuses', () => {
  const wire = Buffer.from('xxdL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x0810100011yy', 'latin1')

  function executable(bytes: Buffer): string {
    const file = join(scratch(), 'electron')
    writeFileSync(file, bytes)
    return file
  }

  test.each([
    [{ 3: true, 6: false }, '10110001yy'],
    [{ 0: false }, '00100011yy'],
    [{}, '10100011yy']
  ])('flips %o in place', async (wanted, result) => {
    const file = executable(wire)
    await setFuses(file, wanted)
    expect(readFileSync(file, 'latin1').slice(36)).toBe(result)
  })

  test.each([
    ['no wire', Buffer.from('abc'), {}, /no single fuse wire/],
    ['two wires', Buffer.concat([wire, wire]), {}, /no single fuse wire/],
    ['fewer fuses', wire, { 8: true }, /has no fuse 8/],
    ['a wire of another version', Buffer.from(wire.toString('latin1').replace('\x01', '\x02'), 'latin1'), {}, /unknown/]
  ])('refuses a file with %s', async (_, bytes, wanted, message) => {
    await expect(setFuses(executable(bytes), wanted)).rejects.toThrow(message)
  })
})

test.each([
  ["{\n 'defines': [ # why\n 'A=1',\n 'B', 'C=-16000' ],\n 'cflags': ['-O3'] }", ['A=1', 'B', 'C=-16000']],
  ["{ 'x': 1, # 'defines': ['NOT']\n 'defines': ['YES'] }", ['YES']],
  ["{ 'defines': [] }", []],
  ['{}', []]
])('gypDefines(%j)', (text, defines) => {
  expect(gypDefines(text)).toEqual(defines)
})

test.each([
  ['nothing missing', '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x1)\n', []],
  ['two of one package', '\tlibgtk-3.so.0 => not found\n\tlibgdk-3.so.0 => not found\n', ['libgtk-3-0']],
  ['one that is in no list', '\tlibodd.so.9 => not found\n\tlibnss3.so => not found\n', ['libnss3', 'libodd.so.9']],
  ['no ldd at all', '', []]
])('packagesFor: %s', (_, ldd, packages) => {
  expect(packagesFor(ldd)).toEqual(packages)
})

test.each([
  ['its own name', 'libgtk-3-0:\n  Installed: (none)\n  Candidate: 3.24.38\n  Version table:\n', 'libgtk-3-0'],
  [
    'the name since 64-bit time_t',
    'libgtk-3-0:\n  Installed: (none)\n  Candidate: (none)\nlibgtk-3-0t64:\n  Installed: (none)\n  Candidate: 3.24.49\n',
    'libgtk-3-0t64'
  ],
  ['its own name where nothing is known', '', 'libgtk-3-0']
])('a Debian package goes by %s', (_, policy, name) => {
  expect(availableNames(['libgtk-3-0'], policy)).toEqual([name])
})

test('a package with another hash than the pinned one is refused, and leaves nothing behind', async () => {
  const dir = scratch()
  const fakeNpm = join(scratch(), 'npm.mjs')
  writeFileSync(
    fakeNpm,
    `import { writeFileSync } from 'node:fs'
     writeFileSync(process.argv.at(-1) + '/x.tgz', 'something else')
     console.log(JSON.stringify([{ filename: 'x.tgz' }]))`
  )
  const made = makePart(join(dir, 'electron'), { file: 'electron', force: false }, (to, work) =>
    makeStandIn(to, work, { file: process.execPath, args: [fakeNpm], env: process.env })
  )
  await expect(made).rejects.toThrow(/has sha512-.*, not the pinned sha512-bWBeKf5c7ct/)
  expect(readdirSync(dir)).toEqual([])
})

test('integrityOf gives a hash as package-lock.json writes it', async () => {
  const file = join(scratch(), 'empty')
  writeFileSync(file, '')
  expect(await integrityOf(file)).toBe(
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=='
  )
})
