import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Engine } from './engines.ts'
import { plainText } from '../storage/histories.ts'
import type { Segment } from './segments.ts'

const place = process.env['REFERENCE'] ?? resolve(import.meta.dirname, '../../../shared/reference/layered-diff.mjs')

interface Reference {
  readonly refDiff: (older: string, newer: string) => readonly Segment[]
}

/** The layered prototype, where it is in place: a single module whose one import is found among our packages. */
export async function reference(): Promise<Engine[]> {
  if (!existsSync(place)) {
    console.log('layered reference: not in place')
    return []
  }
  const source = readFileSync(place, 'utf8').replace("'fast-myers-diff'", `'${import.meta.resolve('fast-myers-diff')}'`)
  const { refDiff } = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as Reference
  const prepare: Engine['prepare'] = ({ older, newer }) => {
    const [old, to] = [plainText(older), plainText(newer)]
    return () => {
      const segments = refDiff(old, to)
      return () => segments
    }
  }
  return [{ name: 'layered reference', prepare }]
}
