import { t } from '../../catalogue/words.ts'
import { programWords } from '../importing/formatWords.ts'
import type { Readers } from '../../domain/readers.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'

/** `v1 was read by diffengine, v2 by Palimpsest: some differences may come from that.` */
export function readersWords(
  { older, newer }: Readers,
  versions: { older: RevisionInfo; newer: RevisionInfo }
): string {
  return t('reader.readers', {
    from: versions.older.label,
    to: versions.newer.label,
    older: nameOf(older),
    newer: nameOf(newer)
  })
}

const nameOf = (reader: string): string => (reader === 'plain-text' ? t('reader.ofTexts') : programWords(reader))
