import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** What a writer is to do. */
export interface Job {
  readonly path: string
  readonly seed: number
  /** The first unit, and the one after the last. */
  readonly from: number
  readonly until: number
  /** How often a unit, or opening, is tried. */
  readonly tries: number
  /** `early` and `always` lie, before the commit and after one that failed: a check that misses them is none. */
  readonly acknowledge: 'stored' | 'early' | 'always'
  /** Set after opening, against what the library itself sets. */
  readonly synchronous?: 'NORMAL' | undefined
  /** After how many pages the log is copied into the file; less than usual, so that short runs see it happen. */
  readonly checkpointPages?: number | undefined
}

/** What came of a writer. */
export interface Written {
  /** How many units from the first of the plan were acknowledged, earlier runs included. */
  readonly acknowledged: number
  readonly ready: boolean
  /** It came to the end of its job. */
  readonly done: boolean
  /** The failures it told of, by name. */
  readonly failures: readonly string[]
}

export interface Hand {
  readonly env?: Readonly<Record<string, string>>
  /** When it is killed: so many milliseconds after it has said so many lines; its first says that it is ready. */
  readonly kill?: { readonly lines: number; readonly ms: number }
}

/** Runs a writer until it ends or is killed with SIGKILL. Throws where it ends in any other way. */
export async function runWriter(job: Job, { env = {}, kill }: Hand = {}): Promise<Written> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), JSON.stringify(job)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...env }
  })
  const ended = new Promise<string>((done, fail) => {
    child.once('error', fail).once('close', (code, signal) => done(String(code ?? signal)))
  })
  const said = listen(child, kill)
  const end = await ended
  if (end !== '0' && end !== 'SIGKILL') throw new Error(`the writer ended with ${end}`)
  return summary(job, said())
}

/** Collects what a writer says, and kills it in time. */
function listen(child: ChildProcessByStdio<null, Readable, null>, kill: Hand['kill']): () => string {
  let said = ''
  let timer: NodeJS.Timeout | undefined
  const killIfDue = () => {
    if (kill === undefined || timer !== undefined || said.split('\n').length <= kill.lines) return
    timer = setTimeout(() => child.kill('SIGKILL'), kill.ms)
  }
  killIfDue()
  child.stdout.on('data', (data) => {
    said += String(data)
    killIfDue()
  })
  child.once('close', () => clearTimeout(timer))
  return () => said
}

/** Compiled sources, so that a thousand writers need not strip the same types a thousand times. */
const compiled = join(tmpdir(), 'palimpsest-crash-compiled')

function summary(job: Job, said: string): Written {
  // A line that the kill cut short was never said.
  const lines = said.split('\n').slice(0, -1)
  const after = (word: string) => lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length))
  return {
    acknowledged: Math.max(job.from, ...after('stored ').map((n) => Number(n) + 1)),
    ready: lines.includes('ready'),
    done: lines.includes('done'),
    failures: after('failed ')
  }
}
