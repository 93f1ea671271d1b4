import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { npm } from '../../scripts/run/npm.mjs'
import { installState, installStateOf } from '../../scripts/setup/lock-state.mjs'
import { chooseNode } from '../../scripts/setup/node.mjs'
import { scratch } from './scratch.ts'

describe('installState', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' }
  const node = { version: '24.0.0', integrity: 'sha512-n', optional: true, os: ['linux'], cpu: ['x64'] }
  const root = { optionalDependencies: { node: '24.0.0' } }
  const lock = (packages: Record<string, object>) => ({ packages })
  const wanted = lock({ '': root, 'node_modules/a': a, 'node_modules/node': node })
  const whole = lock({ 'node_modules/a': a, 'node_modules/node': node })
  const linux = { platform: 'linux', arch: 'x64' }
  const mac = { platform: 'darwin', arch: 'arm64' }

  test.each([
    ['nothing is installed', wanted, null, linux, 'absent'],
    ['everything is', wanted, whole, linux, 'in step'],
    [
      'another version is',
      wanted,
      lock({ ...whole.packages, 'node_modules/a': { ...a, version: '0.9.0' } }),
      linux,
      'out of step'
    ],
    [
      'other contents are',
      wanted,
      lock({ ...whole.packages, 'node_modules/a': { ...a, integrity: 'sha512-b' } }),
      linux,
      'out of step'
    ],
    ['a package is missing', wanted, lock({ 'node_modules/node': node }), linux, 'out of step'],
    ['more is installed', wanted, lock({ ...whole.packages, 'node_modules/b': a }), linux, 'in step'],
    ['our optional package for this machine is missing', wanted, lock({ 'node_modules/a': a }), linux, 'out of step'],
    ['our optional package for another machine is missing', wanted, lock({ 'node_modules/a': a }), mac, 'in step'],
    [
      'an optional package of another package is missing',
      lock({ ...wanted.packages, 'node_modules/o': { version: '1.0.0', optional: true } }),
      whole,
      linux,
      'in step'
    ]
  ])('%s', (_, want, have, machine, state) => {
    expect(installState(want, have, machine)).toBe(state)
  })

  test('a checkout without a lock file is an error in words', () => {
    expect(() => installStateOf(scratch())).toThrow('package-lock.json is missing or damaged')
  })
})

describe('chooseNode', () => {
  const current = (version: string) => ({ path: '/usr/bin/node', version })

  test.each([
    ['the pinned one, whatever runs us', '/m/node', '20.20.2', '/m/node'],
    ['without a pinned one, ours when it is new enough', null, '22.18.0', '/usr/bin/node'],
    ['ours when it is newer', null, '25.0.0', '/usr/bin/node']
  ])('%s', (_, pinned, version, chosen) => {
    expect(chooseNode({ pinned, current: current(version) })).toBe(chosen)
  })

  test.each(['18.0.0', '20.20.2', '22.17.1'])('%s is too old, and the message says what to install', (version) => {
    expect(() => chooseNode({ pinned: null, current: current(version) })).toThrow(
      `Node ${version} is too old: install Node 24 (at least 22.18)`
    )
  })
})

describe('npm', () => {
  test('the npm that runs us is called with its own Node', () => {
    const dir = scratch()
    for (const name of ['node', 'npm-cli.js']) writeFileSync(join(dir, name), '')
    const env = { npm_execpath: join(dir, 'npm-cli.js'), npm_node_execpath: join(dir, 'node') }
    expect(npm(dir, env)).toMatchObject({ file: join(dir, 'node'), args: [join(dir, 'npm-cli.js')] })
  })

  test('another package manager that runs us is not', () => {
    const env = { npm_execpath: '/opt/yarn.js', npm_node_execpath: process.execPath }
    expect(npm('/w', env).args).not.toContain('/opt/yarn.js')
  })

  test("does not run on the checkout's own Node, which it is about to replace", () => {
    expect(npm('/w', { PATH: '/w/node_modules/.bin:/usr/bin' }).env.PATH).toBe('/usr/bin')
  })

  test('keeps its cache where it is told to, and in the checkout where the home folder cannot be written', () => {
    expect(npm('/w', { npm_config_cache: '/c' }).env.npm_config_cache).toBe('/c')
    const file = join(scratch(), 'file')
    writeFileSync(file, '')
    vi.stubEnv('HOME', file)
    expect(npm('/w', {}).env.npm_config_cache).toBe(join('/w', '.cache/npm'))
    vi.unstubAllEnvs()
  })
})

test('two set-ups at once: one installs, the other waits for it, both succeed', async () => {
  const dir = scratch()
  mkdirSync(join(dir, 'dep'))
  const lock = {
    name: 'x',
    lockfileVersion: 3,
    packages: {
      '': { name: 'x', dependencies: { dep: 'file:dep' } },
      dep: { version: '1.0.0' },
      'node_modules/dep': { resolved: 'dep', link: true }
    }
  }
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ name: 'x', dependencies: { dep: 'file:dep' } }))
  writeFileSync(join(dir, 'dep/package.json'), JSON.stringify({ name: 'dep', version: '1.0.0' }))
  writeFileSync(join(dir, 'package-lock.json'), JSON.stringify(lock))
  const script = `const { setup } = await import(process.argv[1]); console.log(await setup(process.argv[2]))`
  const module = new URL('../../scripts/setup.mjs', import.meta.url).href
  const run = async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, module, dir])
    let said = ''
    child.stderr.on('data', (text) => (said += text))
    const [code] = await once(child, 'close')
    return { code, said }
  }
  const results = await Promise.all([run(), run()])
  expect(results.map(({ code }) => code)).toEqual([0, 0])
  expect(results.filter(({ said }) => said.includes('installed packages'))).toHaveLength(1)
  expect(existsSync(join(dir, 'node_modules/dep/package.json'))).toBe(true)
  expect((await run()).said).toBe('')
}, 60_000)
