import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const script = resolve(import.meta.dirname, '../../src/cli/palimpsest.ts')

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface How {
  readonly library?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Told the process once it runs. */
  readonly onStart?: (child: ReturnType<typeof spawn>) => void
}

/** Runs the command line as a process of its own, with nothing of the machine's own settings. */
export async function palimpsest(args: readonly string[], { library, cwd, env = {}, onStart }: How = {}): Promise<Ran> {
  const own = {
    PALIMPSEST_DATA: scratch(),
    NODE_COMPILE_CACHE: compiled,
    TZ: 'UTC',
    ...(library === undefined ? {} : { PALIMPSEST_LIBRARY: library })
  }
  const { PALIMPSEST_APP: _app, NO_COLOR: _colour, ...rest } = process.env
  const child = spawn(process.execPath, [script, ...args], { cwd: cwd ?? scratch(), env: { ...rest, ...own, ...env } })
  child.stdin.end()
  onStart?.(child)
  const ended = new Promise<number | null>((done) => child.once('close', done))
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { status, stdout, stderr }
}

/** What a command prints with `--json`. */
export async function json<T>(args: readonly string[], how: How = {}): Promise<T> {
  const { stdout } = await palimpsest([...args, '--json'], how)
  return JSON.parse(stdout) as T
}

/** Node keeps the sources without their types there: hundreds of starts take half the time. */
const compiled = resolve(import.meta.dirname, '../../node_modules/.cache/compiled')

export const scratch = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-cli-'))
export const samples = resolve(import.meta.dirname, '../../resources/sample-library')
