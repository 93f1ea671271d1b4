import { z } from 'zod'
import { editKinds, foldRules, replacements, type Comparison } from '../../domain/diff/comparison.ts'
import type { SentenceStep } from '../../domain/diff/sentence-map.ts'
import { summaryText } from '../../domain/summary.ts'

const lineId = z.union([z.string(), z.number()])
type LineId = z.output<typeof lineId>
const place = z.int().min(0).describe('A position in a list, counted from 0.')
const places = z.array(place)

const kept = z
  .array(z.tuple([place, place]))
  .optional()
  .describe('Stretches of `text` that stand on the other side too, as many there as here.')
const run = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('same'), old: z.string(), new: z.string() }),
  z.strictObject({ op: z.literal('removed'), text: z.string(), edit: place, kept }),
  z.strictObject({ op: z.literal('added'), text: z.string(), edit: place, kept })
])
const runs = z
  .array(run)
  .describe('Joining `old` or `text` of same and removed runs gives the old text, of same and added runs the new one.')
const hunk = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('same'), old: place, new: place }),
  z.strictObject({ op: z.literal('edited'), old: place, new: place, runs }),
  z.strictObject({ op: z.literal('added'), new: place }),
  z.strictObject({ op: z.literal('removed'), old: place }),
  z.strictObject({ op: z.literal('moved'), old: place, new: place, direction: z.enum(['up', 'down']), runs }),
  z.strictObject({ op: z.literal('moved-away'), old: place, new: place }),
  z.strictObject({ op: z.literal('split'), old: places, new: places, runs }),
  z.strictObject({ op: z.literal('merged'), old: places, new: places, runs })
])
const edit = z.strictObject({
  hunk: place,
  kinds: z.array(z.enum(editKinds)).min(1).describe('Most telling first.'),
  folded: z.boolean().describe('Noise, which readers see only when they unfold it.'),
  rule: z.enum(foldRules).nullable().describe('Why it is folded.'),
  before: z.string(),
  after: z.string(),
  reason: z.string().describe('In words: `figure: 40 → 60 households`.'),
  minor: z.boolean().describe('Only spacing, punctuation or spelling.'),
  importance: z.int().min(0).max(100),
  disclosure: z.enum(['noted', 'metadata-only', 'silent']).describe('Whether the page owns up to it.')
})
const sentence = z.strictObject({
  op: z.enum(['same', 'edited', 'added', 'removed', 'moved', 'split', 'merged']),
  old: places,
  new: places
})

/** What one comparison is as JSON; docs/comparison.schema.json is made from it. */
export const comparisonJson = z
  .strictObject({
    id: lineId.optional().describe('As the line that was read has it.'),
    same: z.boolean().describe('No difference at all, or folded noise alone.'),
    hitTimeout: z.boolean().describe('The work budget ran out: some blocks are shown as replaced whole.'),
    replaced: z
      .enum(replacements)
      .nullable()
      .describe('The page shows another text altogether, of this kind: marks between the two say nothing.'),
    summary: z.string().describe('What changed, in a sentence or two.'),
    summaryParts: z
      .array(z.strictObject({ text: z.string(), edits: places }))
      .describe('The summary with the edits it tells of.'),
    wordsAdded: z.int().min(0).describe('In edits that are not folded.'),
    wordsRemoved: z.int().min(0),
    edits: z.array(edit),
    hunks: z
      .array(hunk)
      .describe('In the order of the newer text. Places are those of blocks, the headline among them.'),
    sentences: z
      .array(sentence)
      .describe('Places are those of sentences in the body, without headline, byline and the like.')
  })
  .describe('What changed between two texts.')

/** The same in the types of the domain. */
export interface ComparisonJson extends Omit<Comparison, 'summary'> {
  readonly id?: LineId
  readonly summary: string
  readonly summaryParts: Comparison['summary']
  readonly sentences: readonly SentenceStep[]
}

/** A comparison as JSON; `id` is that of the line it answers. */
export function toJson(comparison: Comparison, sentences: readonly SentenceStep[], id?: LineId): ComparisonJson {
  const { same, hitTimeout, summary, ...rest } = comparison
  return {
    ...(id === undefined ? {} : { id }),
    same,
    hitTimeout,
    summary: summaryText(summary),
    summaryParts: summary,
    ...rest,
    sentences
  }
}
