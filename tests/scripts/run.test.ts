import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { forgetBuild, isBuildNeeded, noteBuild } from '../../scripts/run/build.mjs'
import { hasDisplay } from '../../scripts/run/display.mjs'
import { absolute } from '../../scripts/run/files.mjs'
import { oneAtATime } from '../../scripts/run/one-at-a-time.mjs'
import { inTerminal, output } from '../../scripts/run/processes.mjs'
import { scratch } from './scratch.ts'

describe('isBuildNeeded', () => {
  async function builtCheckout(): Promise<string> {
    const root = scratch()
    mkdirSync(join(root, 'src/deep'), { recursive: true })
    writeFileSync(join(root, 'package.json'), '{"main":"out/main/index.js"}')
    writeFileSync(join(root, 'src/deep/a.ts'), 'a')
    writeFileSync(join(root, 'src/b.ts'), 'b')
    await noteBuild(root, async () => {
      mkdirSync(join(root, 'out/main'), { recursive: true })
      writeFileSync(join(root, 'out/main/index.js'), 'built')
    })
    return root
  }

  test.each<[string, (root: string) => void, boolean]>([
    ['nothing changed', () => {}, false],
    ['a test changed', (root) => writeFileSync(join(root, 'a.test.ts'), ''), false],
    ['a source changed', (root) => writeFileSync(join(root, 'src/deep/a.ts'), 'changed'), true],
    ['a source is new', (root) => writeFileSync(join(root, 'src/c.ts'), ''), true],
    ['a source is gone', (root) => rmSync(join(root, 'src/b.ts')), true],
    ['an older source was put back', (root) => utimesSync(join(root, 'src/b.ts'), 1, 1), true],
    [
      'a resource is new',
      (root) => mkdirSync(join(root, 'resources')) ?? writeFileSync(join(root, 'resources/i'), ''),
      true
    ],
    ['the lock file is new', (root) => writeFileSync(join(root, 'package-lock.json'), '{}'), true],
    ['out/ was removed', (root) => rmSync(join(root, 'out'), { recursive: true }), true],
    ['the application was removed', (root) => rmSync(join(root, 'out/main/index.js')), true],
    ['the development server wrote to out/', forgetBuild, true]
  ])('%s', async (_, change, needed) => {
    const root = await builtCheckout()
    change(root)
    expect(isBuildNeeded(root)).toBe(needed)
  })

  test('what changes while a build runs is built next time', async () => {
    const root = await builtCheckout()
    await noteBuild(root, async () => writeFileSync(join(root, 'src/b.ts'), 'in the middle'))
    expect(isBuildNeeded(root)).toBe(true)
  })

  test('a failed build does not count', async () => {
    const root = await builtCheckout()
    await noteBuild(
      root,
      async () => 1,
      (code) => code === 0
    )
    expect(isBuildNeeded(root)).toBe(true)
    await expect(noteBuild(root, () => Promise.reject(new Error('syntax')))).rejects.toThrow('syntax')
    expect(isBuildNeeded(root)).toBe(true)
  })
})

describe('oneAtATime', () => {
  test('never two at once, and all get their turn', async () => {
    const lock = join(scratch(), 'folder/lock')
    let inside = 0
    const work = async (number: number) => {
      expect(++inside).toBe(1)
      await sleep(20)
      inside--
      return number
    }
    expect(await Promise.all([1, 2, 3].map((n) => oneAtATime(lock, () => work(n))))).toEqual([1, 2, 3])
  })

  test('a failure lets the next one in', async () => {
    const lock = join(scratch(), 'lock')
    await expect(oneAtATime(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await oneAtATime(lock, async () => 'yes')).toBe('yes')
  })

  test.each([
    ['its process is gone', { host: hostname(), pid: 2 ** 22 + 1 }, 0],
    ['it gives no sign of life', { host: 'another', pid: 1 }, 60_000]
  ])('takes over a lock when %s', async (_, holder, age) => {
    const lock = join(scratch(), 'lock')
    writeFileSync(lock, JSON.stringify(holder))
    const then = new Date(Date.now() - age)
    utimesSync(lock, then, then)
    expect(await oneAtATime(lock, async () => JSON.parse(readFileSync(lock, 'utf8')).pid)).toBe(process.pid)
  })
})

describe('processes', () => {
  const node = (code: string) => ['-e', code]

  test('output is what a command wrote', async () => {
    expect(await output(process.execPath, node('console.log(1); console.error(2)'))).toBe('1\n')
  })

  test.each<[string, string, string[], { timeout?: number }, RegExp]>([
    [
      'fails',
      process.execPath,
      node('console.error("no space"); process.exit(3)'),
      {},
      /failed \(exit code 3\)\nno space/
    ],
    ['is not there', 'no-such-program', [], {}, /^cannot run no-such-program: .*ENOENT/],
    ['hangs', process.execPath, node('setTimeout(() => {}, 20000)'), { timeout: 200 }, /took longer than 0\.2 s/]
  ])('a command that %s is an error in words', async (_, command, args, options, message) => {
    await expect(output(command, args, options)).rejects.toThrow(message)
  })

  test.each<[string, string, { group?: boolean; timeout?: number }, number]>([
    ['its own', 'process.exit(7)', {}, 7],
    ['its own, in a group', 'process.exit(7)', { group: true }, 7],
    ['as of a shell, after a signal', 'process.kill(process.pid, "SIGKILL")', {}, 137],
    ['as of a shell, after its time was up', 'setTimeout(() => {}, 20000)', { group: true, timeout: 200 }, 143]
  ])("a command's exit code: %s", async (_, code, options, expected) => {
    expect(await inTerminal([process.execPath, ...node(code)], options)).toBe(expected)
  })
})

test.each([
  ['a.html', '/here/a.html'],
  ['../b c.txt', '/b c.txt'],
  ['/there/c.warc', '/there/c.warc'],
  ['--lang=de', '--lang=de'],
  ['https://example.org/x', 'https://example.org/x']
])('an argument %j becomes %j', (arg, expected) => {
  expect(absolute([arg], '/here')).toEqual([expected])
})

test.each<[NodeJS.ProcessEnv, NodeJS.Platform, boolean]>([
  [{}, 'linux', false],
  [{ DISPLAY: ':0' }, 'linux', true],
  [{ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', true]
])('with %o on %s windows can be shown: %s', (env, platform, shown) => {
  expect(hasDisplay(env, platform)).toBe(shown)
})
