// Where every start begins. Electron lets no window and no display come in before this file has been run to its end: so a
// command runs here, whole, and a server without a display is enough for it.
import { app } from 'electron'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commandIn, runCommand } from './command-line.ts'

const command = commandIn(process.argv.slice(process.defaultApp ? 2 : 1))
if (command === null) await import('./index.ts')
else await runCommand(pathToFileURL(join(import.meta.dirname, 'cli.js')).href, command, (code) => app.exit(code))
