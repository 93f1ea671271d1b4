import type { ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { CleanSystem, reader } from '../clean-system.ts'
import { Devtools } from '../devtools.ts'
import { deb, release } from '../installing.ts'
import { virtualDisplay, type Display } from '../virtual-display.ts'
import { LonelyNetwork } from './lonely-network.ts'
import { Watch, type Ours } from './watch.ts'

export interface Watched {
  readonly watch: Watch
  readonly devtools: Devtools
  readonly end: () => Promise<void>
}

/** What the system's browser would have been asked for. */
const opened = '/tmp/opened.txt'

/** A clean system with the application and a bare one, in a network of its own, and what is seen there from outside. */
export class Stand {
  readonly folder = mkdtempSync(join(tmpdir(), 'palimpsest-hostile-'))
  #display!: Display
  system!: CleanSystem
  network!: LonelyNetwork

  async start(): Promise<void> {
    this.#display = await virtualDisplay()
    chmodSync(this.folder, 0o755)
    cpSync(join(release, basename(deb)), join(this.folder, basename(deb)))
    const electron = dirname(createRequire(import.meta.url)('electron') as string)
    cpSync(electron, join(this.folder, 'electron'), { recursive: true })
    cpSync(join(import.meta.dirname, 'bare'), join(this.folder, 'bare'), { recursive: true })
    mkdirSync(join(this.folder, 'pages'))
    writeFileSync(join(this.folder, 'pages/start'), '<title>Nothing yet</title>')
    this.system = await CleanSystem.start(process.env['PALIMPSEST_CLEAN_BASE']!, this.folder)
    await this.system.apt('update')
    await this.system.apt('install', deb)
    this.network = await LonelyNetwork.start(join(this.folder, 'pages'))
    this.system.network = this.network.path
    await this.system.mustRun('root', ['sh', '-ec', settle, 'sh', opened])
  }

  /** Starts a program as a user without rights, and watches it. */
  async watched(command: readonly string[], ours: Ours): Promise<Watched> {
    const env = { DISPLAY: this.#display.name }
    const child = this.system.spawn(reader, [...command, '--remote-debugging-pipe'], env)
    child.stderr?.resume()
    const devtools = new Devtools(child)
    const watch = new Watch(devtools, ours)
    await watch.start()
    return { watch, devtools, end: () => this.#close(child, devtools) }
  }

  /** A program that ends by itself. */
  async said(command: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
    return await this.system.mustRun(reader, command, { DISPLAY: this.#display.name, ...env })
  }

  /** What lies in the home of the user, but for what programs keep for themselves. */
  async files(): Promise<string> {
    return await this.system.mustRun(reader, ['sh', '-c', 'find ~ -type f -not -path "*/.*" | sort'])
  }

  /** Lines of what the system's browser was asked for. */
  async opened(): Promise<string> {
    return await this.system.mustRun(reader, ['cat', opened])
  }

  async end(): Promise<void> {
    this.network?.end()
    await this.system?.end()
    this.#display?.end()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #close(child: ChildProcess, devtools: Devtools): Promise<void> {
    const ended = new Promise((done) => child.once('exit', done))
    // It may end before it has answered.
    await devtools.send('Browser.close').catch(() => undefined)
    await ended
  }
}

/** Names are asked for here; and instead of opening a browser, its address is written down. Argument: where. */
const settle = `
echo nameserver 127.0.0.1 >/etc/resolv.conf
touch "$1"
chmod 666 "$1"
printf '#!/bin/sh\\necho "$@" >>%s\\n' "$1" >/usr/local/bin/xdg-open
chmod 755 /usr/local/bin/xdg-open
mkdir /home/${reader}/Downloads
chown ${reader}: /home/${reader}/Downloads
`
