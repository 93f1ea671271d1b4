import { fileSpecs } from './specs/files.ts'
import { followingSpecs } from './specs/following.ts'
import { helperSpecs } from './specs/helpers.ts'
import { readingSpecs } from './specs/reading.ts'
import type { Spec } from './spec.ts'

/** The commands, in the order in which help and manual tell of them. */
export const specs: readonly Spec[] = [...followingSpecs, ...readingSpecs, ...fileSpecs, ...helperSpecs]
