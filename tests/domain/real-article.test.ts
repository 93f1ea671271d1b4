import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { BlockKind, Content } from '../../src/domain/revision.ts'
import { redline } from './redline.ts'

/** Third-party text that is measured in place and never copied: the test needs the files beside the checkout. */
const folder = new URL('../../../shared/articles/us-sets-condition/', import.meta.url)
const kinds: BlockKind[] = ['headline', 'dateline', 'standfirst']

function read(name: string): Content {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
  const texts = lines.filter((line) => line.trim() !== '')
  return { claims: [], blocks: texts.map((text, at) => ({ kind: kinds[at] ?? 'paragraph', text })) }
}

test.runIf(existsSync(folder))(
  'a real article (files beside the checkout): one word was corrected, one time folded',
  () => {
    const comparison = compare(read('v1.txt'), read('v2.txt'), { lang: 'en' })
    const told = comparison.edits.map(({ kinds: found, before, after, rule }) => ({
      kinds: found,
      before,
      after,
      rule
    }))
    expect(told).toEqual([
      { kinds: ['date-claim'], before: 'Updated 1 hour ago', after: 'Updated 3 hours ago', rule: 'relative-time' },
      { kinds: ['typo'], before: 'rle', after: 'role', rule: null }
    ])
    const marked = comparison.hunks.flatMap((hunk) => ('runs' in hunk ? [redline(hunk.runs)] : []))
    expect(marked).toHaveLength(2)
    expect(marked[1]!.match(/\[-.*?-\]|\{\+.*?\+\}/g)).toEqual(['[-rle-]', '{+role+}'])
  }
)
