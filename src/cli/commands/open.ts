import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { usualLibrary } from '../../library/usual-place.ts'
import { findArticle } from '../article.ts'
import { CliError } from '../error.ts'
import { libraryPath, withLibrary } from '../library.ts'
import { has } from '../numbers.ts'
import type { Asked, Run } from '../spec.ts'
import { print, printJson } from '../terminal.ts'

/** `palimpsest open ARTICLE|FILE` */
export const open: Run = async (asked) => {
  const app = findApp()
  const opened = await whatToOpen(asked)
  await start(app, opened)
  if (has(asked, 'json')) printJson({ app, opened })
  else print(`Opened ${opened}.`)
  return 0
}

/** A file by its whole path; an article as a link that the application knows. */
async function whatToOpen(asked: Asked): Promise<string> {
  const [what] = asked.args
  if (existsSync(what!)) return resolve(what!)
  const own = usualLibrary()
  if (resolve(libraryPath(asked)) !== resolve(own))
    throw new CliError(`The application opens the library at "${own}". Only its articles can be opened there.`)
  return withLibrary(asked, async (library) => `palimpsest://article/${(await findArticle(library, what!)).id}`)
}

/** The application: what is named, or where its installers put it. */
function findApp(): string {
  const named = process.env['PALIMPSEST_APP']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new CliError(`$PALIMPSEST_APP names "${named}", and that is not there.`)
    return named
  }
  const found = installed().find((path) => existsSync(path))
  if (found !== undefined) return found
  throw new CliError(
    'The application was not found where it is usually installed. Name its program in $PALIMPSEST_APP.'
  )
}

function installed(): string[] {
  if (process.platform === 'darwin')
    return ['/Applications', join(homedir(), 'Applications')].map((at) =>
      join(at, 'Palimpsest.app/Contents/MacOS/Palimpsest')
    )
  if (process.platform === 'win32') {
    const folders = [process.env['LOCALAPPDATA'], process.env['PROGRAMFILES']].filter((folder) => folder !== undefined)
    return folders.flatMap((at) => [
      join(at, 'Programs/Palimpsest/Palimpsest.exe'),
      join(at, 'Palimpsest/Palimpsest.exe')
    ])
  }
  return ['/opt/Palimpsest/palimpsest', '/usr/lib/palimpsest/palimpsest', '/usr/bin/palimpsest-desktop']
}

/** It goes on by itself: the command line does not wait for a window to be closed. */
function start(app: string, opened: string): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(app, [opened], { detached: true, stdio: 'ignore' })
    child.once('error', (error) => failed(new CliError(`"${app}" could not be started (${error.message}).`)))
    child.once('spawn', () => {
      child.unref()
      done()
    })
  })
}
