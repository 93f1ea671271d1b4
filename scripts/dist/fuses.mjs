import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

const OFF = FuseState.DISABLE
const ON = FuseState.ENABLE

/**
 * How each of Electron's fuses has to be in what people install. electron-builder sets them (electron-builder.config.cjs,
 * `electronFuses`); docs/technotes/security.md says what each is for.
 * @satisfies {Record<keyof typeof FuseV1Options, FuseState>}
 */
export const WANTED = {
  RunAsNode: OFF,
  EnableCookieEncryption: ON,
  EnableNodeOptionsEnvironmentVariable: OFF,
  EnableNodeCliInspectArguments: OFF,
  EnableEmbeddedAsarIntegrityValidation: ON,
  OnlyLoadAppFromAsar: ON,
  LoadBrowserProcessSpecificV8Snapshot: OFF,
  GrantFileProtocolExtraPrivileges: OFF,
  WasmTrapHandlers: ON
}

/**
 * What is wrong with the fuses of a packaged application.
 * @param {string} app path of its executable, or of the .app on macOS
 * @returns {Promise<{ wrong: string[], missing: string[] }>} `wrong`: how they are and should be; `missing`: which this
 *   Electron does not have (an older one than ours)
 */
export async function fuseFaults(app) {
  const wire = await getCurrentFuseWire(app)
  const wrong = /** @type {string[]} */ ([])
  const missing = /** @type {string[]} */ ([])
  for (const [name, wanted] of Object.entries(WANTED)) {
    const state = wire[FuseV1Options[/** @type {keyof typeof WANTED} */ (name)]]
    if (state === undefined) missing.push(name)
    else if (state !== wanted) wrong.push(`fuse ${name} is ${FuseState[state]}, not ${FuseState[wanted]}`)
  }
  return { wrong, missing }
}
