import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CleanSystem } from './clean-system.ts'

/** What `npm run dist` made. */
export const release = resolve(import.meta.dirname, '../../release')

const apt = ['apt-get', '-y', '-q', '-o', 'APT::Keep-Downloaded-Packages=true', '-o', 'APT::Sandbox::User=root']
const quiet = { DEBIAN_FRONTEND: 'noninteractive' }

/** Installs the package, which lies in a folder of that system, with what it needs. */
export async function install(system: CleanSystem, folder = '/media'): Promise<void> {
  const deb = globSync('*.deb', { cwd: release })[0]!
  await system.mustRun('root', [...apt, 'update'], quiet)
  for (;;) {
    const { code, said } = await system.run(
      'root',
      [...apt, 'install', '--no-install-recommends', `${folder}/${deb}`],
      quiet
    )
    if (code === 0) return
    // What was downloaded is kept for all clean systems, of which another may be filling it now.
    if (!said.includes('Could not get lock')) throw new Error(`it was not installed: ${said.slice(-2000)}`)
    await sleep(2000)
  }
}

export async function uninstall(system: CleanSystem): Promise<void> {
  await system.mustRun('root', [...apt, 'purge', 'palimpsest'], quiet)
}
