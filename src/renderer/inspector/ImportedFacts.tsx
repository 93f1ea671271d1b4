import type { ImportedFrom } from '../../contract/captured.ts'
import { t } from '../../catalogue/words.ts'
import { Fact } from './Fact.tsx'
import { grouped } from './versionWords.ts'

/** Where a version that was brought in can be found again: in which file, and under which name. */
export function ImportedFacts({ imported }: { readonly imported: ImportedFrom }) {
  const { format, hash, zone, originalId, originalTime } = imported
  return (
    <>
      <Fact name={t('inspector.fileFormat')}>
        <bdi>{format}</bdi>
      </Fact>
      {originalId !== null && (
        <Fact name={t('inspector.originalId')}>
          <bdi className="fact-address" title={originalId}>
            {originalId}
          </bdi>
        </Fact>
      )}
      {originalTime !== null && (
        <Fact name={t('inspector.originalTime')}>
          <bdi className="fact-line">{originalTime}</bdi>
          {zone !== null && <bdi className="fact-line">{t('inspector.zoneSaid', { zone })}</bdi>}
        </Fact>
      )}
      {hash !== null && (
        <div className="fact fact-hash">
          <dt>{t('inspector.shaOfFile')}</dt>
          <dd className="mono" dir="ltr">
            {grouped(hash)}
          </dd>
        </div>
      )}
    </>
  )
}
