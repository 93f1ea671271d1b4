#!/usr/bin/env node
import { diff } from './diff.ts'
import { CliError, exitUsage } from './error.ts'
import { help, version } from './help.ts'

type Command = (args: readonly string[]) => Promise<number>

/** Loaded when it is needed: it brings SQLite with it. */
const verify: Command = async (args) => (await import('./verify.ts')).verify(args)

/** Loaded when it is needed: it brings a parser of HTML with it. */
const extract: Command = async (args) => (await import('./extract.ts')).extract(args)

/** The commands, by name. Each takes its arguments and returns the exit code: 0 done, 1 refused, 2 used wrongly. */
const commands = new Map<string, Command>([
  ['diff', diff],
  ['extract', extract],
  ['verify', verify]
])

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--version' || name === '-V') return print(version())
  if (name === undefined) return print(help(), exitUsage)
  if (name === '--help' || name === '-h' || name === 'help') return print(help())
  const command = commands.get(name)
  if (command === undefined)
    throw new CliError(`There is no command "${name}". Run "palimpsest --help" for the list.`, exitUsage)
  return command(args)
}

function print(text: string, code = 0): number {
  process.stdout.write(`${text}\n`)
  return code
}

/** Whoever reads the output may have enough of it: `palimpsest diff --jsonl pairs.jsonl | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const known = error instanceof CliError
  process.stderr.write(`palimpsest: ${known ? error.message : `an error that should not happen: ${String(error)}`}\n`)
  process.exitCode = known ? error.exitCode : 70
}
