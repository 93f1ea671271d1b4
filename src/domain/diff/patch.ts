import { createTwoFilesPatch } from 'diff'

/** A side of a patch: the name of its file, the moment it was seen, and its text. */
export interface PatchSide {
  readonly name: string
  readonly at: string
  readonly text: string
}

/**
 * What changed as a unified patch (POSIX `diff -u`) with three lines of context: `patch -p0` makes the newer text of the
 * older one. Both texts end with a line break.
 */
export function unifiedPatch(older: PatchSide, newer: PatchSide): string {
  const patch = createTwoFilesPatch(older.name, newer.name, older.text, newer.text, older.at, newer.at, { context: 3 })
  // The package begins with two lines of Subversion's.
  return patch.replace(/^Index: .*\n=+\n/u, '')
}
