import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { cacheFolders, chooseFolder, isComplete, makePart, sweep } from '../../scripts/runtime/cache.mjs'
import { scratch } from './scratch.ts'

const PART = { file: 'tool', force: false }

const writing = (text: string) => async (made: string) => writeFileSync(join(made, 'tool'), text)

describe('makePart', () => {
  test('a part is in place only when it is whole', async () => {
    const dir = scratch()
    const part = join(dir, 'part')
    await makePart(part, PART, async (made) => {
      writeFileSync(join(made, 'tool'), 'half')
      expect(existsSync(part)).toBe(false)
      writeFileSync(join(made, 'tool'), 'whole')
    })
    expect(isComplete(part)).toBe(true)
    expect(readFileSync(join(part, 'tool'), 'utf8')).toBe('whole')
    expect(readdirSync(dir)).toEqual(['part'])
  })

  test('a failure leaves nothing behind', async () => {
    const dir = scratch()
    const failing = makePart(join(dir, 'part'), PART, async (made) => {
      await writing('half')(made)
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    expect(readdirSync(dir)).toEqual([])
  })

  test.each([
    ['whole: it stays', false, 'first', 'first'],
    ['whole, but forced: it is made anew', true, 'first', 'second'],
    ['cut off: it is made anew', false, 'fir', 'second']
  ])('what is in place is %s', async (_, force, found, left) => {
    const part = join(scratch(), 'part')
    await makePart(part, PART, writing('first'))
    writeFileSync(join(part, 'tool'), found)
    await makePart(part, { ...PART, force }, writing('second'))
    expect(readFileSync(join(part, 'tool'), 'utf8')).toBe(left)
  })

  test('two at once: both succeed, one result is in place', async () => {
    const dir = scratch()
    const part = join(dir, 'part')
    const slowly = (ms: number, text: string) =>
      makePart(part, PART, async (made) => {
        await sleep(ms)
        await writing(text)(made)
      })
    await Promise.all([slowly(10, 'quick'), slowly(60, 'slow')])
    expect(readFileSync(join(part, 'tool'), 'utf8')).toBe('quick')
    expect(readdirSync(dir)).toEqual(['part'])
  })
})

test('sweep removes what killed runs left, once it is an hour old', async () => {
  const dir = scratch()
  for (const name of ['tmp-old', 'tmp-new', 'part']) mkdirSync(join(dir, name))
  const longAgo = new Date(Date.now() - 2 * 3_600_000)
  for (const name of ['tmp-old', 'part']) utimesSync(join(dir, name), longAgo, longAgo)
  await sweep(dir)
  expect(readdirSync(dir)).toEqual(['part', 'tmp-new'])
})

describe('where the cache is', () => {
  test.each([
    ['its own variable', { PALIMPSEST_ELECTRON_CACHE: '/c', XDG_CACHE_HOME: '/x' }, '/c'],
    ['the XDG variable', { XDG_CACHE_HOME: '/x' }, '/x/palimpsest-electron']
  ])('%s decides', (_, env, first) => {
    expect(cacheFolders(env, '/checkout')[0]).toBe(first)
  })

  test('a relative XDG variable does not count, as its specification says', () => {
    expect(cacheFolders({ XDG_CACHE_HOME: 'x' }, '/checkout')[0]).toMatch(/\.cache\/palimpsest-electron$/)
  })

  test('the checkout itself comes last', () => {
    expect(cacheFolders({}, '/checkout').at(-1)).toBe('/checkout/node_modules/.cache/palimpsest-electron')
  })

  test('a folder that cannot be made is passed over', () => {
    const dir = scratch()
    writeFileSync(join(dir, 'file'), '')
    expect(chooseFolder([join(dir, 'file/cache'), join(dir, 'other')], ['part'])).toBe(join(dir, 'other'))
    expect(() => chooseFolder([join(dir, 'file/cache')], ['part'])).toThrow('set PALIMPSEST_ELECTRON_CACHE to a folder')
  })

  test('a folder that holds all parts is preferred', async () => {
    const dir = scratch()
    mkdirSync(join(dir, 'second'))
    await makePart(join(dir, 'second/part'), PART, writing('x'))
    expect(chooseFolder([join(dir, 'first'), join(dir, 'second')], ['part'])).toBe(join(dir, 'second'))
  })
})
