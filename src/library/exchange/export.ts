import type * as z from 'zod/mini'
import { extensions, type exportingRequests, type ExportFormat, type Written } from '../../contract/exporting.ts'
import { CallFailure } from '../../contract/failure.ts'
import type { PrintJob } from '../../contract/process.ts'
import { sentenceMap } from '../../domain/diff/sentence-map.ts'
import { putKeep } from '../store/keeps.ts'
import type { Store } from '../store/open.ts'
import { cardOf, cardSize } from './card.ts'
import { toJson } from './comparison-json.ts'
import { asHtml } from './html-report.ts'
import { pairFacts, sayingOf, type PairFacts, type Saying } from './pair-facts.ts'
import { asPatch } from './patch.ts'
import { asMarkdown, asText } from './plain-report.ts'
import { withText } from './png-text.ts'
import { writeWhole } from './write-file.ts'

type Wanted = z.output<(typeof exportingRequests)['exportPair']>

/** Makes a PDF or a picture of a page that is HTML alone. Throws `CallFailure`. */
export type Print = (job: PrintJob) => Promise<Uint8Array>

interface Making {
  readonly facts: PairFacts
  readonly saying: Saying
  readonly madeAt: string
  readonly print: Print
}

interface Made {
  readonly bytes: string | Uint8Array
  /** A picture in words. */
  readonly alt?: string
}

const writers: Readonly<Record<ExportFormat, (making: Making) => Made | Promise<Made>>> = {
  html: ({ facts, saying, madeAt }) => ({ bytes: asHtml(facts, saying, { madeAt, isFolded: true }) }),
  pdf: async ({ facts, saying, madeAt, print }) => {
    return { bytes: await print({ as: 'pdf', html: asHtml(facts, saying, { madeAt, isFolded: false }) }) }
  },
  markdown: ({ facts, saying }) => ({ bytes: asMarkdown(facts, saying) }),
  json: ({ facts }) => ({ bytes: asJson(facts) }),
  text: ({ facts, saying }) => ({ bytes: asText(facts, saying) }),
  patch: ({ facts }) => ({ bytes: asPatch(facts) }),
  card: async ({ facts, saying, print }) => {
    const { html, alt } = cardOf(facts, saying)
    return { bytes: withText(await print({ as: 'png', html, ...cardSize }), 'Description', alt), alt }
  }
}

interface Exporting {
  readonly now: Date
  /** Whether it is remembered that they were exported; false where the library cannot be written. */
  readonly keeps: boolean
  /** Absent where there is no window that could: on the command line. */
  readonly print?: Print | undefined
}

/** Writes what changed between two versions. Whoever has the file may want to see them here: no rule deletes them. */
export async function exportPair(
  store: Store,
  wanted: Wanted,
  { now, keeps, print = cannot }: Exporting
): Promise<Written> {
  const facts = pairFacts(store, wanted, wanted.notes)
  const saying = sayingOf(wanted.words, wanted.locale, wanted.timeZone)
  const { bytes, alt } = await writers[wanted.format]({ facts, saying, madeAt: now.toISOString(), print })
  const written = await writeWhole(wanted.path, bytes, [extensions[wanted.format]])
  if (written.state !== 'written') return written
  if (keeps) for (const id of [wanted.older, wanted.newer]) putKeep(store, id, 'exported')
  return alt === undefined ? written : { ...written, alt }
}

const cannot: Print = () => Promise.reject(new CallFailure('bad-arguments', 'nothing here can print'))

/** What `palimpsest diff --json` writes, as docs/comparison.schema.json says. */
function asJson({ older, newer, comparison }: PairFacts): string {
  return `${JSON.stringify(toJson(comparison, sentenceMap({ older, newer }, comparison)), null, 2)}\n`
}

/** Writes lines of text, as the log of an import. */
export const saveText = (path: string, text: string): Promise<Written> => writeWhole(path, text, ['txt'])
