import * as z from 'zod/mini'
import { editKinds } from '../domain/diff/comparison.ts'
import { touches, type NoiseRule } from '../domain/noise-rule.ts'

const id = z.int().check(z.positive())
const words = z.string().check(z.minLength(1), z.maxLength(2000))
const part = z.string().check(z.maxLength(1000))
const allow = z.array(z.enum(touches)).check(z.maxLength(touches.length))

/** A rule as it is stored, and as a window sends it. */
export const noiseRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), parts: z.array(part).check(z.minLength(1), z.maxLength(20)), allow }),
  z.strictObject({ kind: z.literal('begins'), words, allow }),
  z.strictObject({ kind: z.literal('kind'), edit: z.enum(editKinds), allow })
])

/** Where a rule holds. */
const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('article'), article: id }),
  z.strictObject({ kind: z.literal('source'), source: id })
])
export type NoiseScope = z.output<typeof scope>

/** What a window may ask of the rules by which the reader folds changes. */
export const noiseRequests = {
  /** What a rule would fold in the versions that are stored; asking anew, or for nothing, ends what is under way. */
  previewNoise: z.strictObject({ scope, rule: noiseRule }),
  cancelNoisePreview: z.strictObject({}),
  addNoiseRule: z.strictObject({ scope, rule: noiseRule }),
  removeNoiseRule: z.strictObject({ rule: id }),
  /** The rules that hold for an article, or all there are. */
  noiseRules: z.strictObject({ article: z.nullable(id) })
} as const

/** An edit, by its place in the comparison, that a rule folds. */
export interface ReaderFold {
  readonly edit: number
  readonly rule: StoredNoiseRule
}

export interface StoredNoiseRule {
  readonly id: number
  readonly rule: NoiseRule
  readonly scope: NoiseScope
  /** The headline or the name of what it holds for. */
  readonly of: string
  readonly createdAt: string
}

/** A change that a rule would fold. */
export interface NoiseSample {
  readonly article: number
  readonly headline: string
  readonly older: string
  readonly newer: string
  readonly at: string
  readonly before: string
  readonly after: string
}

export interface NoisePreview {
  /** Changes that the rule would fold, in how many versions of how many articles. */
  readonly changes: number
  readonly versions: number
  readonly articles: number
  /** How many versions were compared with the one before, and whether there are more that were not. */
  readonly looked: number
  readonly more: boolean
  /** Changes that fit the rule but touch what it may not fold. */
  readonly held: number
  /** The newest of them. */
  readonly samples: readonly NoiseSample[]
}

export interface NoiseAnswers {
  /** Null where it was ended before it was done. */
  readonly previewNoise: NoisePreview | null
  readonly cancelNoisePreview: null
  readonly addNoiseRule: StoredNoiseRule
  /** Null where it was gone already. */
  readonly removeNoiseRule: StoredNoiseRule | null
  readonly noiseRules: readonly StoredNoiseRule[]
}
