import { z } from 'zod'
import type { Divide } from '../../domain/diff/sentence-map.ts'
import { sentenceSpans } from '../../domain/diff/sentences.ts'
import type { Content } from '../../domain/revision.ts'
import { readAnyText } from './plain-text.ts'

const side = z
  .union([z.string(), z.array(z.string())], { error: 'expected a text or a list of sentences' })
  .describe('An article as plain text, or the sentences of its body where these are already told apart.')

/** One line of a batch: two states of a text to compare. */
const textPair = z
  .object({
    id: z.union([z.string(), z.number()]).optional().describe('Comes back with the answer.'),
    old: side,
    new: side,
    lang: z.string().max(35).nullish().describe('The language of both as BCP 47, where it is known.')
  })
  .describe('Two states of a text.')

/** Two states of a text, read. */
export interface TextPair {
  readonly id?: string | number | undefined
  readonly older: Content
  readonly newer: Content
  readonly lang: string | null
  /** Where the sentences of a text end, those of a list as it has them. */
  readonly divide: Divide
}

/** A line that was not taken, with its id where it had one. */
export class LineRefusal extends Error {
  readonly id: string | number | undefined
  constructor(message: string, id?: unknown) {
    super(message)
    this.id = typeof id === 'string' || typeof id === 'number' ? id : undefined
  }
}

/** Reads one line of a batch. Throws `LineRefusal`. */
export function readTextPair(line: string): TextPair {
  const json = parse(line)
  const checked = textPair.safeParse(json)
  if (!checked.success) {
    const [issue] = checked.error.issues
    throw new LineRefusal(
      `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'not understood'}`,
      (json as { id?: unknown } | null)?.id
    )
  }
  const { id, old, new: newer, lang } = checked.data
  return { id, older: readSide(old), newer: readSide(newer), lang: lang ?? null, divide: divideAsGiven([old, newer]) }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new LineRefusal(`no JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function divideAsGiven(sides: readonly (string | readonly string[])[]): Divide {
  const given = new Set(sides.flatMap((side) => (typeof side === 'string' ? [] : side)))
  return (text) => (given.has(text) ? [{ from: 0, to: text.length }] : sentenceSpans(text))
}

/** Sentences of a list are paragraphs, so that each is found again by itself. */
function readSide(text: string | readonly string[]): Content {
  if (typeof text === 'string') return readAnyText(text)
  return { blocks: text.map((sentence) => ({ kind: 'paragraph', text: sentence })), claims: [] }
}
