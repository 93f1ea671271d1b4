import { useQuery } from '@tanstack/react-query'
import { valueOf } from '../app/ask.ts'
import { TextError } from '../compare/TextError.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { keyed } from '../ui/keyed.ts'
import { count } from '../ui/words.ts'

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
      title={`What was left out of v${version}`}
      onClose={onClose}
      footer={
        <>
          <span className="grow">The whole page is stored, so that nothing is lost.</span>
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      {report.error !== null && <TextError error={report.error} onRetry={() => void report.refetch()} inline />}
      {report.isPending && <p className="about-lead">Reading the stored page again</p>}
      {report.data !== undefined && removals.length === 0 && (
        <p className="about-lead">Nothing was left out, or no page is stored for this version.</p>
      )}
      {removals.length > 0 && (
        <>
          <p className="about-lead">
            {count(removals.length, 'piece')} of the page {removals.length === 1 ? 'is' : 'are'} not a part of the
            article.
          </p>
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
