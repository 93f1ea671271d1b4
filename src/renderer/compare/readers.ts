import { t } from '../../catalogue/words.ts'
import type { Readers } from '../../domain/readers.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'

/** The programs whose readers are not called as they are. */
const programs: Readonly<Record<string, string>> = {
  'palimpsest-page': 'Palimpsest',
  'palimpsest-history': 'Palimpsest',
  changedetection: 'changedetection.io',
  ota: 'Open Terms Archive'
}

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

const nameOf = (reader: string): string =>
  reader === 'plain-text' ? t('reader.ofTexts') : (programs[reader] ?? reader)
