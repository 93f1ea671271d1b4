import type * as z from 'zod/mini'
import { extensions, type exportingRequests, type ExportFormat, type Written } from '../../contract/exporting.ts'
import { sentenceMap } from '../../domain/diff/sentence-map.ts'
import { putKeep } from '../store/keeps.ts'
import type { Store } from '../store/open.ts'
import { toJson } from './comparison-json.ts'
import { asHtml } from './html-report.ts'
import { pairFacts, sayingOf, type PairFacts, type Saying } from './pair-facts.ts'
import { asMarkdown, asText } from './plain-report.ts'
import { writeWhole } from './write-file.ts'

type Wanted = z.output<(typeof exportingRequests)['exportPair']>

const writers: Readonly<Record<ExportFormat, (facts: PairFacts, saying: Saying, madeAt: string) => string>> = {
  html: asHtml,
  markdown: asMarkdown,
  json: asJson,
  text: asText
}

interface Exporting {
  readonly now: Date
  /** Whether it is remembered that they were exported; false where the library cannot be written. */
  readonly keeps: boolean
}

/** Writes what changed between two versions. Whoever has the file may want to see them here: no rule deletes them. */
export async function exportPair(store: Store, wanted: Wanted, { now, keeps }: Exporting): Promise<Written> {
  const facts = pairFacts(store, wanted, wanted.notes)
  const saying = sayingOf(wanted.words, wanted.locale, wanted.timeZone)
  const text = writers[wanted.format](facts, saying, now.toISOString())
  const written = await writeWhole(wanted.path, text, [extensions[wanted.format]])
  if (written.state === 'written' && keeps)
    for (const id of [wanted.older, wanted.newer]) putKeep(store, id, 'exported')
  return written
}

/** What `palimpsest diff --json` writes, as docs/comparison.schema.json says. */
function asJson({ older, newer, comparison }: PairFacts): string {
  return `${JSON.stringify(toJson(comparison, sentenceMap({ older, newer }, comparison)), null, 2)}\n`
}

/** Writes lines of text, as the log of an import. */
export const saveText = (path: string, text: string): Promise<Written> => writeWhole(path, text, ['txt'])
