import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dice } from '../../tests/crash/dice.ts'
import { table } from '../library/measure.ts'
import { Writer, type Spread } from './written.ts'

const sizes = (process.env['SIZES'] ?? '10000,100000,1000000').split(',').map(Number)
const limit = 60_000
const child = join(import.meta.dirname, 'growth-child.ts')

interface Case {
  readonly words: number
  readonly share: number
  readonly spread: Spread
  /** All of it one paragraph. */
  readonly whole?: true
}

/** What the child process says. */
interface Own {
  readonly cold: number
  readonly median: number
  readonly words: number
  readonly hitTimeout: boolean
  readonly memory: { readonly before: number; readonly peak: number }
}

/** Compares generated texts of growing size, each in a process of its own with a time limit, beside native git. */
export function compareGrowth(): void {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-growth-'))
  const files = [join(folder, 'older.txt'), join(folder, 'newer.txt')] as const
  const cases = sizes.flatMap((words) => [
    ...[0.01, 0.1].flatMap((share) =>
      (['scattered', 'clustered'] as const).map((spread) => ({ words, share, spread }))
    ),
    { words, share: 0.1, spread: 'scattered', whole: true } as const,
    { words, share: 1, spread: 'clustered' } as const
  ])
  const rows = cases.map((each: Case) => {
    write(each, files)
    return row(each, ours(files), git(files))
  })
  rmSync(folder, { recursive: true })
  console.log('\ngenerated texts, beside git diff --word-diff --histogram; "-" is over a minute')
  console.log(table(head, rows))
}

function write({ words, share, spread, whole }: Case, files: readonly [string, string]): void {
  const writer = new Writer(dice(words + share * 100))
  const older = writer.text(words)
  const texts = [older, share === 1 ? writer.text(words) : writer.edited(older, share, spread)]
  const between = whole ? ' ' : '\n\n'
  texts.forEach((text, at) => writeFileSync(files[at]!, text.map((words) => words.join(' ')).join(between)))
}

function ours(files: readonly string[]): Own | null {
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, [child, ...files], {
    encoding: 'utf8',
    timeout: limit
  })
  if (signal !== null) return null
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Own
}

/** Processor milliseconds of the whole process, the median of five; the shell is what knows them. */
function git(files: readonly string[]): number {
  const diff = 'git diff --no-index --no-color --histogram --word-diff=porcelain -- "$0" "$1" > /dev/null'
  const taken = Array.from({ length: 5 }, () => {
    const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${diff}`, ...files], { encoding: 'utf8' })
    return stderr.split(' ').reduce((sum, seconds) => sum + Number(seconds) * 1000, 0)
  })
  return taken.sort((a, b) => a - b)[2]!
}

const head = ['words', 'changed', 'ours', 'cold', 'git', 'ours/git', 'cold/git', 'marked', 'memory MB', 'budget']

function row({ words, share, spread, whole }: Case, own: Own | null, git: number): string[] {
  const changed = share === 1 ? 'unrelated' : `${share * 100} % ${spread}${whole ? ', one block' : ''}`
  if (own === null) return [String(words), changed, '-', '-', git.toFixed(0), ...Array<string>(5).fill('-')]
  const { cold, median, memory, hitTimeout } = own
  const times = [median.toFixed(0), cold.toFixed(0), git.toFixed(0), (median / git).toFixed(2), (cold / git).toFixed(2)]
  const grown = `${memory.before} to ${memory.peak}`
  return [String(words), changed, ...times, String(own.words), grown, hitTimeout ? 'ran out' : 'kept']
}
