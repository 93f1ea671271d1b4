import { useQuery } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import { valueOf } from '../app/ask.ts'
import { TextError } from '../compare/TextError.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { keyed } from '../ui/keyed.ts'

interface Props {
  readonly capture: number
  /** The version that the capture showed. */
  readonly version: string
  readonly onClose: () => void
}

/** What of the stored page is not in the text, piece by piece, with the step that took it and why. */
export function LeftOutDialog({ capture, version, onClose }: Props) {
  const report = useQuery({
    queryKey: ['left-out', capture],
    queryFn: () => valueOf(window.palimpsest.library.extractionReport({ capture })),
    gcTime: 0,
    retry: false
  })
  const removals = report.data ?? []
  return (
    <Dialog
      wide
      title={t('leftOut.title', { version })}
      onClose={onClose}
      footer={
        <>
          <span className="grow">{t('leftOut.whole')}</span>
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            {t('app.close')}
          </button>
        </>
      }
    >
      {report.error !== null && <TextError error={report.error} onRetry={() => void report.refetch()} inline />}
      {report.isPending && <p className="about-lead">{t('leftOut.reading')}</p>}
      {report.data !== undefined && removals.length === 0 && <p className="about-lead">{t('leftOut.none')}</p>}
      {removals.length > 0 && (
        <>
          <p className="about-lead">{t('leftOut.count', { n: removals.length })}</p>
          <ul className="left-out">
            {keyed(removals, ({ node }) => node).map(({ key, item }) => (
              <li key={key}>
                <b>{item.why}</b>
                {item.text !== '' && <bdi className="left-out-text">{item.text}</bdi>}
                <span className="mono">
                  {item.step}: {item.node}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
