import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { downloadElectron, officialElectron } from '../../scripts/runtime/official.mjs'
import { ROOT } from '../../scripts/run/root.mjs'
import { zipOf } from './archives.ts'
import { scratch } from './scratch.ts'

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe'
}
const executable = EXECUTABLES[process.platform] ?? 'electron'
const packageDir = join(ROOT, 'node_modules/electron')
const version: string = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')).version

/** A checkout with the electron package as npm installs it: without the runtime. */
function checkout(): string {
  const root = scratch()
  mkdirSync(join(root, 'node_modules/electron'), { recursive: true })
  for (const name of ['package.json', 'index.js', 'install.js', 'checksums.json']) {
    copyFileSync(join(packageDir, name), join(root, 'node_modules/electron', name))
  }
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name.startsWith('.') || name === 'electron') continue
    symlinkSync(join(ROOT, 'node_modules', name), join(root, 'node_modules', name), 'junction')
  }
  return root
}

describe('the official Electron', () => {
  let mirror: Server
  let serve: (url: string) => Buffer | string | null

  beforeEach(async () => {
    mirror = createServer((request, response) => {
      const body = serve(request.url ?? '')
      response.writeHead(body === null ? 404 : 200).end(body)
    })
    await new Promise<void>((done) => mirror.listen(0, '127.0.0.1', done))
    vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`)
    vi.stubEnv('electron_use_remote_checksums', '1') // ours is not the real one
    vi.stubEnv('electron_config_cache', scratch())
  })

  afterEach(() => {
    vi.unstubAllEnvs()
    mirror.close()
  })

  test('is downloaded from ELECTRON_MIRROR, and found from then on', async () => {
    const root = checkout()
    const zip = zipOf([
      { name: 'version', body: version },
      { name: executable, body: 'a runtime', mode: 0o100755 }
    ])
    const name = `electron-v${version}-${process.platform}-${process.arch}.zip`
    const sums = `${createHash('sha256').update(zip).digest('hex')} *${name}\n`
    serve = (url) => (url.endsWith(name) ? zip : url.endsWith('SHASUMS256.txt') ? sums : null)
    expect(officialElectron(root)).toBeNull()
    const got = await downloadElectron(root, process.execPath)
    expect(got).toEqual({
      version,
      dist: join(root, 'node_modules/electron/dist'),
      executable: join(root, 'node_modules/electron/dist', executable)
    })
    expect(officialElectron(root)).toEqual(got)
  })

  test('that cannot be had is an error of one line', async () => {
    serve = () => null
    await expect(downloadElectron(checkout(), process.execPath)).rejects.toThrow(/^.*404.*$/)
  })
})
