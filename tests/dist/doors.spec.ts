import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { WANTED } from '../../scripts/dist/fuses.mjs'
import { bin } from '../../scripts/run/tools.mjs'
import { home } from './clean-system.ts'
import { Desk, program } from './desk.ts'
import { root } from './installing.ts'
import type { Window } from './over-cdp.ts'

// What another program can make of the application that is installed.
let desk: Desk
let window: Window

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await Desk.begin()
  await desk.install()
})
test.afterAll(async () => {
  window?.child.kill()
  await desk?.end()
})

test('electron-fuses reads the fuses as they are wanted', () => {
  const read = [bin(root, 'electron-fuses'), 'read', '--app', desk.system.written(program)]
  const env = { ...process.env, FORCE_COLOR: '0' }
  const said = execFileSync(process.execPath, read, { encoding: 'utf8', env })
  const fuses = [...said.matchAll(/^\s*(\w+) is (Enabled|Disabled)\s*$/gmu)]
  const wanted = Object.entries(WANTED).map(([name, state]) => [name, String.fromCharCode(state) === '1'])
  const states = new Map(fuses.map(([, name, state]) => [name, state === 'Enabled']))
  expect(states.size).toBeGreaterThanOrEqual(8)
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(wanted.filter(([name]) => states.has(String(name)))))
})

const script = 'process.stdout.write("ran as " + "node"); process.exit(42)'
const first = `${home}/first.cjs`

test('it is no Node, for nobody', async () => {
  const asNode = await desk.run(['timeout', '20', program, '-e', script], { ELECTRON_RUN_AS_NODE: '1' })
  expect(asNode.said).not.toContain('ran as node')
  expect(asNode.code).not.toBe(42)
  await desk.system.write('reader', first, script)
  const options = { NODE_OPTIONS: `--require ${first}` }
  const { code, said } = await desk.run([program, '--version'], options)
  expect(said).not.toContain('ran as node')
  expect(code).not.toBe(42)
})

for (const flag of [
  '--inspect=127.0.0.1:0',
  '--inspect-brk=127.0.0.1:0',
  `--require=${first}`,
  `--import=${first}`,
  '--js-flags=--inspect=127.0.0.1:0',
  `--js-flags=--require=${first}`
])
  test(`${flag.replace(first, 'FILE')} neither opens an inspector nor runs a file`, async () => {
    const { said } = await desk.run(['timeout', '60', program, flag, '--command-line', '--', '--version'])
    expect(said).not.toMatch(/Debugger listening|ran as node/u)
  })

test('the signal that has Node open an inspector only ends it, as it ends any program', async () => {
  window = await desk.window()
  let said = ''
  window.child.stderr?.on('data', (part) => (said += String(part)))
  const ended = new Promise((done) => window.child.once('exit', done))
  await desk.mustRun(['pkill', '-USR1', '--oldest', '--full', `^${program}`])
  await ended
  expect(said).not.toContain('Debugger listening')
})
