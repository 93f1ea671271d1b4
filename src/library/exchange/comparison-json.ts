import { z } from 'zod'
import { editKinds, foldRules, type Comparison } from '../../domain/diff/comparison.ts'
import { summaryText } from '../../domain/summary.ts'

const place = z.int().min(0).describe('A position in a list, counted from 0.')
const places = z.array(place).min(2)

const run = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('same'), old: z.string(), new: z.string() }),
  z.strictObject({ op: z.literal('removed'), text: z.string(), edit: place }),
  z.strictObject({ op: z.literal('added'), text: z.string(), edit: place })
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
  z.strictObject({ op: z.literal('split'), old: place, new: places, runs }),
  z.strictObject({ op: z.literal('merged'), old: places, new: place, runs })
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
  old: z.array(place),
  new: z.array(place)
})

/** What one comparison is as JSON; docs/comparison.schema.json is made from it. */
export const comparisonJson = z
  .strictObject({
    id: z.union([z.string(), z.number()]).optional().describe('As the line that was read has it.'),
    same: z.boolean().describe('No difference at all, or folded noise alone.'),
    hitTimeout: z.boolean().describe('The work budget ran out: some blocks are shown as replaced whole.'),
    summary: z.string(),
    wordsAdded: z.int().min(0),
    wordsRemoved: z.int().min(0),
    edits: z.array(edit),
    hunks: z.array(hunk).describe('Numbers are positions of blocks, the headline among them.'),
    sentences: z.array(sentence).describe('Numbers are positions of sentences in the body, without headline, byline and the like.')
  })
  .describe('What changed between two texts.')
export type ComparisonJson = z.output<typeof comparisonJson>

/** A comparison as JSON. */
export function toJson(comparison: Comparison): ComparisonJson {
  const { same, hitTimeout, summary, wordsAdded, wordsRemoved, edits, hunks } = comparison
  const words = { wordsAdded, wordsRemoved }
  return { same, hitTimeout, summary: summaryText(summary), ...words, edits, hunks, sentences: [] } as ComparisonJson
}
