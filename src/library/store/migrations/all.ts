import { first } from './0001-first.ts'
import { evidence } from './0002-evidence.ts'
import { editHash } from './0003-edit-hash.ts'
import { tracking } from './0004-tracking.ts'
import { notes } from './0005-notes.ts'
import { imports } from './0006-imports.ts'
import type { Migration } from './step.ts'

/** Every migration in order; the version of a library file is how many of them it has been through. Append only. */
export const migrations: readonly Migration[] = [first, evidence, editHash, tracking, notes, imports]
