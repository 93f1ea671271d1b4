import type { Captured } from '../../contract/captured.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { TextError } from '../compare/TextError.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toTheSecond } from './moments.ts'
import { SourceLines } from './SourceLines.tsx'
import { useSource } from './useSource.ts'
import { visible } from './visible.ts'

interface Props {
  readonly captured: Captured
  readonly revision: RevisionInfo
  readonly onClose: () => void
}

/** A stored page as the text it is; nothing of it is carried out. */
export function SourceDialog({ captured, revision, onClose }: Props) {
  const { first, error, retry } = useSource(revision.id)
  return (
    <Dialog title={t('source.title', { label: revision.label })} wide onClose={onClose}>
      <div className="source">
        <p className="help">{t('source.lead', { at: toTheSecond(captured.at) })}</p>
        <details className="source-headers">
          <summary>{t('source.headers')}</summary>
          {captured.headers.length === 0 ? <p className="help">{t('source.noHeaders')}</p> : <Headers {...captured} />}
        </details>
        {error !== null && <TextError error={error} onRetry={retry} inline />}
        {first === undefined && error === null && <p className="help">{t('source.loading')}</p>}
        {first === null && <p>{t('source.none')}</p>}
        {first !== undefined && first !== null && <SourceLines revision={revision.id} source={first} />}
      </div>
    </Dialog>
  )
}

function Headers({ headers }: Captured) {
  return (
    <dl className="source-fields" dir="ltr">
      {headers.map(([name, value]) => (
        <div className="fact" key={name}>
          <dt className="mono">{name}</dt>
          <dd className="mono">{visible(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
