import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { CliError } from './error.ts'

/** The lines of some files, or of standard input where there are none. */
export async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files.length === 0 ? [null] : files) {
    try {
      yield* linesIn(file === null ? process.stdin : createReadStream(file))
    } catch (error) {
      throw new CliError(
        `"${file ?? 'standard input'}" cannot be read (${error instanceof Error ? error.message : String(error)}).`
      )
    }
  }
}

/** Lines end at line feeds alone: the other separators of Unicode may stand inside a text, where `readline` would cut. */
async function* linesIn(input: Readable): AsyncGenerator<string> {
  let begun: string[] = []
  input.setEncoding('utf8')
  for await (const chunk of input as AsyncIterable<string>) {
    const [rest, ...others] = chunk.split('\n')
    begun.push(rest!)
    for (const next of others) {
      yield begun.join('')
      begun = [next]
    }
  }
  yield begun.join('')
}
