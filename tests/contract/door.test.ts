import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openDoor } from '../../src/contract/door.ts'
import { CallFailure } from '../../src/contract/failure.ts'
import { requests } from '../../src/contract/contract.ts'
import { shellRequests } from '../../src/contract/shell.ts'
import { libraryCalls, shellCalls } from '../../src/contract/client.ts'

const report = vi.fn<(error: unknown) => void>()
const asked: unknown[] = []
const door = openDoor(
  { double: z.strictObject({ n: z.number().int() }), missing: z.strictObject({}), broken: z.strictObject({}) },
  {
    double: ({ n }) => {
      asked.push(n)
      return n * 2
    },
    missing: () => {
      throw new CallFailure('not-found', 'article 7')
    },
    broken: () => {
      throw new Error('a bug')
    }
  },
  report
)

test('a call of the contract is answered', async () => {
  expect(await door('double', { n: 21 })).toEqual({ value: 42 })
})

test.each([
  ['an unknown call', 'halve', { n: 2 }, 'unknown-call'],
  ['__proto__', '__proto__', { n: 2 }, 'unknown-call'],
  ['a method every object has', 'toString', { n: 2 }, 'unknown-call'],
  ['constructor', 'constructor', {}, 'unknown-call'],
  ['a name that is no text', { double: true }, { n: 2 }, 'unknown-call'],
  ['an argument of the wrong type', 'double', { n: '2' }, 'bad-arguments'],
  ['an argument too many', 'double', { n: 2, m: 3 }, 'bad-arguments'],
  ['no arguments', 'double', undefined, 'bad-arguments'],
  ['arguments that are no object', 'double', 'n=2', 'bad-arguments']
])('%s is refused and no handler runs', async (_what, name, args, code) => {
  asked.length = 0
  expect(await door(name, args)).toMatchObject({ error: { code } })
  expect(asked).toEqual([])
})

test('what a handler says to the caller is passed on; a bug is reported and called one', async () => {
  expect(await door('missing', {})).toEqual({ error: { code: 'not-found', detail: 'article 7' } })
  expect(report).not.toHaveBeenCalled()
  expect(await door('broken', {})).toEqual({ error: { code: 'internal', detail: 'a bug' } })
  expect(report).toHaveBeenCalledOnce()
})

test('the bridge offers every call of both contracts and no other', () => {
  expect(Object.keys(libraryCalls).sort()).toEqual(Object.keys(requests).sort())
  expect(Object.keys(shellCalls).sort()).toEqual(Object.keys(shellRequests).sort())
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'smb://host/share',
  'data:text/html,x',
  'vscode://x',
  'ms-msdt:/id',
  '\\\\host\\share',
  'not a url'
])('openExternal never takes %s', (url) => {
  expect(shellRequests.openExternal.safeParse({ url }).success).toBe(false)
})

test.each(['https://orrinmouthcourier.example/news', 'http://orrinmouthcourier.example/'])(
  'openExternal takes %s',
  (url) => {
    expect(shellRequests.openExternal.safeParse({ url }).success).toBe(true)
  }
)
