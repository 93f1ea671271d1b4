#!/usr/bin/env node
import { CliError } from './error.ts'
import { runProgram } from './program.ts'
import { errorWords, isForeseen } from './words.ts'

/** Whoever reads the output may have enough of it: `palimpsest diff --jsonl pairs.jsonl | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

/** A bug: sysexits.h calls it EX_SOFTWARE. */
const exitBug = 70

try {
  process.exitCode = await runProgram(process.argv.slice(2))
} catch (error) {
  const known = error instanceof CliError
  process.stderr.write(`palimpsest: ${known ? error.message : errorWords(error)}\n`)
  process.exitCode = known ? error.exitCode : isForeseen(error) ? 1 : exitBug
}
