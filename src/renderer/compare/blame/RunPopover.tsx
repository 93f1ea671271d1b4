import { Copy, GitCompareArrows } from 'lucide-react'
import type { RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { t, tell } from '../../../catalogue/words.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { clock } from '../../ui/clock.ts'
import { keyed } from '../../ui/keyed.ts'
import { windowTitle } from '../../ui/time.ts'
import { shortened } from '../../ui/words.ts'
import { useBlaming } from './BlameContext.ts'
import type { BlameCut, BlameRun, Past } from './model.ts'
import { ageWords, heldWords, stoodWords, versionsWords } from './words.ts'

interface Props {
  readonly place: BlameRun | BlameCut
  /** The words of the passage, or those that left. */
  readonly text: string
  readonly trigger: RefObject<HTMLElement | null>
  readonly revisions: readonly RevisionInfo[]
  readonly onCopy: () => void
  readonly onClose: () => void
}

/** Where a passage comes from, or what left: with the way to the two versions between which that happened. */
export function RunPopover({ place, text, trigger, revisions, onCopy, onClose }: Props) {
  const { compare } = useBlaming()
  const newer = place.kind === 'run' ? (place.back ?? place.introduced) : place.pasts.at(-1)!.held[1] + 1
  const revision = revisions[newer]
  const older = revisions[newer - 1]
  const title = titleOf(place, revisions)
  return (
    <Popover
      className="popover blame-popover"
      data-overlay="popover"
      triggerRef={trigger}
      isOpen
      isNonModal
      offset={8}
      placement="bottom start"
      shouldCloseOnInteractOutside={(element) => element.closest('[data-run]') === null}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog className="blame-about" aria-label={title}>
        <div className="blame-about-head">
          <b>{title}</b>
          {revision !== undefined && (
            <time dateTime={revision.at} title={windowTitle(clock, revision)}>
              {clock.moment(revision.at)}
            </time>
          )}
        </div>
        {place.kind === 'run' ? (
          <AboutRun run={place} revisions={revisions} />
        ) : (
          place.pasts.map((past) => (
            <Stood key={`${past.held.join()} ${past.text}`} past={past} say="blame.wasHere" revisions={revisions} />
          ))
        )}
        <div className="blame-about-acts">
          {older !== undefined && revision !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose()
                compare({ older: newer - 1, newer, text })
              }}
            >
              <GitCompareArrows className="icon" strokeWidth={1.75} aria-hidden="true" />
              {t('blame.compare', { older: older.label, newer: revision.label })}
            </button>
          )}
          <button type="button" className="button button-quiet" onClick={onCopy}>
            <Copy className="icon" strokeWidth={1.75} aria-hidden="true" />
            {t('copy.as.source')}
          </button>
        </div>
      </Dialog>
    </Popover>
  )
}

function titleOf(place: BlameRun | BlameCut, revisions: readonly RevisionInfo[]): string {
  if (place.kind === 'run') return t('blame.firstSeenIn', { v: ageWords(place, revisions).replace(/^v/u, '') })
  return t('blame.removedIn', { v: revisions[place.pasts.at(-1)!.held[1] + 1]?.label ?? '' })
}

function AboutRun({ run, revisions }: { readonly run: BlameRun; readonly revisions: readonly RevisionInfo[] }) {
  const gone = run.held.at(-1)![1] + 1
  return (
    <>
      {keyed(run.replaced, (past) => past.text).map(({ key, item }) => (
        <Stood key={key} past={item} say="blame.replaced" revisions={revisions} />
      ))}
      <p>
        {t('blame.stood', { versions: heldWords(run.held, revisions) })}
        {gone < revisions.length && ` ${t('blame.missingFrom', { v: revisions[gone]!.label })}`}
      </p>
    </>
  )
}

interface StoodProps {
  readonly past: Past
  readonly say: 'blame.replaced' | 'blame.wasHere'
  readonly revisions: readonly RevisionInfo[]
}

/** The words that stood there before, with when. */
function Stood({ past, say, revisions }: StoodProps) {
  const values = { versions: versionsWords(past.held, revisions), span: stoodWords(past.held, revisions) }
  return <p>{tell(say, { ...values, old: struckOf(past) })}</p>
}

const struckOf =
  ({ text }: Past) =>
  () => (
    <del key="old">
      <bdi>{shortened(text, 220)}</bdi>
    </del>
  )
