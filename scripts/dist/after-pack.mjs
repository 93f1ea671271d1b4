import { copyFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The last touch to an unpacked application before it is made into packages (electron-builder's afterPack), for the
 * stand-in of Electron alone: its own little program goes, and the addon that was compiled for it comes.
 * @param {import('electron-builder').AfterPackContext} context
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
export async function afterPack({ appOutDir }, env = process.env) {
  if (!env.ELECTRON_OVERRIDE_DIST_PATH) return
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true })
  await rm(join(appOutDir, 'complete.json'), { force: true })
  const addons = join(appOutDir, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
  for (const name of await readdir(addons)) {
    if (env.PALIMPSEST_SQLITE_BINDING) await copyFile(env.PALIMPSEST_SQLITE_BINDING, join(addons, name))
  }
}
