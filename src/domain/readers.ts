/** What read the texts of two versions, where it was not one and the same: names without their versions. */
export interface Readers {
  readonly older: string
  readonly newer: string
}

/**
 * The readers of two texts (`palimpsest-page/1`, `diffengine/1`), or null where they are of one family: other readers keep
 * other parts of a page, so that a difference between two texts may be theirs and not the page's. Another version of one
 * reader is no other reader: what a better one makes of a page is stored apart, as no edit.
 */
export function differingReaders(older: string, newer: string): Readers | null {
  const readers = { older: familyOf(older), newer: familyOf(newer) }
  return readers.older === readers.newer ? null : readers
}

const familyOf = (extractor: string): string => extractor.split('/', 1)[0]!
