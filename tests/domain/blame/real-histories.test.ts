import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { blame } from '../../../src/domain/blame/blame.ts'
import type { Content } from '../../../src/domain/revision.ts'
import { revisionOf, told } from './history.ts'
import { faults } from './invariants.ts'

/** Third-party texts that are measured in place and never copied: these tests need the files beside the checkout. */
const shared = new URL('../../../../shared/', import.meta.url)

function read(file: string): Content {
  const lines = readFileSync(file, 'utf8').split('\n')
  return revisionOf(...lines.filter((line) => line.trim() !== '').map((line) => line.replace(/^#+ /, 'heading: ')))
}

/** The versions of each article of a set, oldest first. */
function histories(set: string): Content[][] {
  const folder = mkdtempSync(join(tmpdir(), 'blame-'))
  try {
    execFileSync('tar', ['-xzf', fileURLToPath(new URL(`data/${set}.tar.gz`, shared)), '-C', folder])
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('meta.json')
    )
    return files.sort().map((name) => {
      const meta = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { versions?: { file: string }[] }
      const versions = (meta.versions ?? []).map(({ file }) => join(folder, name, '..', file))
      return versions.filter((file) => existsSync(file)).map(read)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const article = new URL('articles/us-sets-condition/', shared)

test.runIf(existsSync(article))(
  'a real article (files beside the checkout): a typo put right makes nothing new',
  () => {
    const revisions = ['v1.txt', 'v2.txt'].map((name) => read(fileURLToPath(new URL(name, article))))
    const later = told(blame(revisions, 1), revisions[1]!).flatMap((line) => line.match(/\(2\)[^(]*/g) ?? [])
    expect(later).toEqual(['(2)3 hours '])
  }
)

test.for(['a-g1-articles', 'a-ota-web-documents', 'a-ruby-news'])('the last versions of %s', (set, { skip }) => {
  skip(!existsSync(new URL(`data/${set}.tar.gz`, shared)), 'the files are not beside the checkout')
  const all = histories(set).filter((revisions) => revisions.length > 0)
  expect(all.length).toBeGreaterThan(50)
  for (const revisions of all) {
    const found = blame(revisions, revisions.length - 1)
    expect({ faults: faults(revisions, revisions.length - 1, found), hitTimeout: found.hitTimeout }).toEqual({
      faults: [],
      hitTimeout: false
    })
  }
})
