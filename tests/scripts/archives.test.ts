import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asar } from '../../scripts/runtime/asar.mjs'
import { takeFromTgz } from '../../scripts/runtime/tgz.mjs'
import { unzip, zipEntries } from '../../scripts/runtime/zip.mjs'
import { tgzOf, zipOf } from './archives.ts'
import { scratch } from './scratch.ts'

describe('takeFromTgz', () => {
  const big = Buffer.alloc(3_000_001, 'abcdefg')
  const archive = tgzOf({ 'package/a.txt': 'small', 'package/big.bin': big, 'package/z.txt': '' })

  test.each([
    ['the first', 'package/a.txt', Buffer.from('small')],
    ['a large one in the middle', 'package/big.bin', big],
    ['an empty one at the end', 'package/z.txt', Buffer.alloc(0)]
  ])('takes one member out, whatever lies around it: %s', async (_, member, content) => {
    const dir = scratch()
    writeFileSync(join(dir, 'x.tgz'), archive)
    await takeFromTgz(join(dir, 'x.tgz'), member, join(dir, 'out'))
    expect(readFileSync(join(dir, 'out')).equals(content)).toBe(true)
  })

  test.each([
    ['a member that is not there', archive, 'package/no', /package\/no is not \(whole\) in x\.tgz/],
    ['a member that is cut off', archive.subarray(0, 2000), 'package/big.bin', /unexpected end|not \(whole\)/],
    ['a file that is no archive', Buffer.from('<html>not found</html>'), 'package/a.txt', /incorrect header/]
  ])('refuses %s', async (_, bytes, member, message) => {
    const dir = scratch()
    writeFileSync(join(dir, 'x.tgz'), bytes)
    await expect(takeFromTgz(join(dir, 'x.tgz'), member, join(dir, 'out'))).rejects.toThrow(message)
  })
})

describe('unzip', () => {
  const archive = zipOf([
    { name: 'in/', body: '', mode: 0o040755 },
    { name: 'in/tool', body: '#!/bin/sh\n', mode: 0o100755, stored: true },
    { name: 'in/sub/long.txt', body: 'repeat '.repeat(50_000) },
    { name: 'in/empty', body: '' }
  ])

  function zipIn(dir: string, bytes: Buffer): string {
    writeFileSync(join(dir, 'x.zip'), bytes)
    return join(dir, 'x.zip')
  }

  test('writes stored, deflated and empty files, with their modes', async () => {
    const dir = scratch()
    expect(await unzip(zipIn(dir, archive), join(dir, 'out'), (name) => name)).toBe(3)
    expect(readFileSync(join(dir, 'out/in/sub/long.txt'), 'utf8')).toBe('repeat '.repeat(50_000))
    expect(readFileSync(join(dir, 'out/in/empty'), 'utf8')).toBe('')
    expect(statSync(join(dir, 'out/in/tool')).mode & 0o777).toBe(0o755)
    expect(statSync(join(dir, 'out/in/empty')).mode & 0o777).toBe(0o644)
  })

  test('writes only those asked for, where asked', async () => {
    const dir = scratch()
    const place = (name: string) => (name.includes('sub') ? null : name.slice('in/'.length))
    expect(await unzip(zipIn(dir, archive), join(dir, 'out'), place)).toBe(2)
    expect(existsSync(join(dir, 'out/tool'))).toBe(true)
    expect(existsSync(join(dir, 'out/sub'))).toBe(false)
  })

  test.each([
    ['a path out of the folder', [{ name: '../evil', body: 'x' }], /\.\.\/evil would leave/],
    ['an absolute path', [{ name: '/evil', body: 'x' }], /\/evil would leave/],
    ['a link', [{ name: 'link', body: '/elsewhere', mode: 0o120777 }], /link is a link/],
    ['a file of another length', [{ name: 'a', body: 'abc', claims: 4 }], /a: 3 bytes instead of 4/]
  ])('refuses %s', async (_, files, message) => {
    const dir = scratch()
    await expect(unzip(zipIn(dir, zipOf(files)), join(dir, 'out'), (name) => name)).rejects.toThrow(message)
    expect(existsSync(join(dir, 'evil'))).toBe(false)
  })

  test.each([
    ['what is no zip', Buffer.from('nothing of the kind'), /not a zip file/],
    ['a zip without its end', archive.subarray(0, -22), /not a zip file/],
    ['a zip with a damaged directory', damaged(archive), /damaged zip directory/]
  ])('refuses %s', async (_, bytes, message) => {
    await using handle = await open(zipIn(scratch(), bytes))
    await expect(zipEntries(handle)).rejects.toThrow(message)
  })

  function damaged(zip: Buffer): Buffer {
    const copy = Buffer.from(zip)
    copy.writeUInt8(0, copy.lastIndexOf('PK\x01\x02', undefined, 'latin1'))
    return copy
  }
})

test('an asar says how long its header is, then where each file lies behind it', () => {
  const archive = asar({ 'package.json': '{"main":"main.js"}', 'main.js': 'ok("é")' })
  const json = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))
  const body = 8 + archive.readUInt32LE(4)
  const { offset, size } = JSON.parse(json).files['main.js']
  expect(archive.toString('utf8', body + Number(offset), body + Number(offset) + size)).toBe('ok("é")')
  expect(archive.readUInt32LE(0)).toBe(4)
  expect(archive.length).toBe(body + '{"main":"main.js"}'.length + size)
})
