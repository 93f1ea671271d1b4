import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, posix, win32 } from 'node:path'
import * as z from 'zod/mini'
import { dataName, dataVariable, libraryName, settingsName } from '../contract/place.ts'

/** What decides where the application keeps its library. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

const here: Surroundings = { env: process.env, platform: process.platform, home: homedir() }

/** The folder of the application's own files: where Electron's `userData` is, without Electron. */
export function dataFolder(surroundings: Surroundings = here): string {
  const named = surroundings.env[dataVariable]
  return named !== undefined && named !== '' ? named : ownFolder(surroundings)
}

/** The folder that has its name from the application, and is there for nothing else. */
export function ownFolder({ env, platform, home }: Surroundings = here): string {
  if (platform === 'win32') return win32.join(env['APPDATA'] ?? win32.join(home, 'AppData', 'Roaming'), dataName)
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', dataName)
  const config = env['XDG_CONFIG_HOME']
  return posix.join(config === undefined || config === '' ? posix.join(home, '.config') : config, dataName)
}

/** The library that the application opens: the one that the reader chose there, else the usual one. */
export function usualLibrary(surroundings: Surroundings = here): string {
  const folder = dataFolder(surroundings)
  return chosenIn(join(folder, settingsName)) ?? join(folder, libraryName)
}

const chosen = z.object({ library: z.string().check(z.minLength(1), z.maxLength(4096)) })

/** As the application reads its settings: a file that is missing or broken chose nothing. */
function chosenIn(settings: string): string | undefined {
  try {
    return chosen.safeParse(JSON.parse(readFileSync(settings, 'utf8'))).data?.library
  } catch {
    return undefined
  }
}
