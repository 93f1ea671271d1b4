import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainText } from '../storage/histories.ts'
import type { Engine } from './engines.ts'
import type { Segment } from './segments.ts'

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-git-'))
const files = [join(folder, 'older.txt'), join(folder, 'newer.txt')] as const
const wordDiff = [
  'diff',
  '--no-index',
  '--no-color',
  '--histogram',
  '--word-diff=porcelain',
  '-U1000000',
  '--',
  ...files
]

/** Native git in a process of its own; only what its answer costs us counts as our processor time, so see `gitTime`. */
export const gitWordDiff: Engine = {
  name: 'git --word-diff, histogram',
  prepare: ({ older, newer }) => {
    writeFileSync(files[0], plainText(older))
    writeFileSync(files[1], plainText(newer))
    return () => {
      const { stdout } = spawnSync('git', wordDiff, { encoding: 'utf8', maxBuffer: 1e9 })
      return () => segmentsOfPorcelain(stdout)
    }
  }
}

/** Every line is a stretch of words, `~` the end of a line of the text; a hunk's head ends what comes before the text. */
function segmentsOfPorcelain(said: string): Segment[] {
  const ops: Readonly<Record<string, Segment[0]>> = { ' ': 0, '-': -1, '+': 1 }
  const lines = said.split('\n').slice(0, -1)
  const body = lines.slice(lines.findIndex((line) => line.startsWith('@@')) + 1)
  return body.map((line): Segment => (line === '~' ? [0, '\n'] : [ops[line[0]!] ?? 0, line.slice(1)]))
}
