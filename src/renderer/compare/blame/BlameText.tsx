import { useCallback, useMemo, useRef, useState, type ComponentProps } from 'react'
import { direction, t } from '../../../catalogue/words.ts'
import { useBlame } from '../../app/queries.ts'
import { Claims } from '../Claims.tsx'
import { claimLines } from '../claims.ts'
import type { Folds } from '../InlineText.tsx'
import { Kicker } from '../Kicker.tsx'
import { NoChanges } from '../NoChanges.tsx'
import type { ReadText } from '../ReadText.tsx'
import { headLength } from '../rows.ts'
import { TextError } from '../TextError.tsx'
import { BlameLegend } from './BlameLegend.tsx'
import { BlameRow } from './BlameRow.tsx'
import { useBlaming } from './BlameContext.ts'
import { GoneLines } from './GoneLines.tsx'
import { modelOf } from './model.ts'
import { RunPopover } from './RunPopover.tsx'
import { RunTip } from './RunTip.tsx'
import { useRuns } from './useRuns.ts'
import { useCopyRun } from './useCopyRun.ts'

interface Props extends ComponentProps<typeof ReadText> {
  readonly folds: Folds
}

/** One version; each word shaded by the version it was first seen in. */
export function BlameText({ timemap, index, content, rows, folds }: Props) {
  const { article, revisions } = timemap
  const { only } = useBlaming()
  const blame = useBlame(revisions[index]?.id ?? null)
  const model = useMemo(
    () => (blame.data === undefined ? null : modelOf(blame.data, content, { revisions, at: index })),
    [blame.data, content, revisions, index]
  )
  const box = useRef<HTMLDivElement>(null)
  const pointed = useRef<HTMLElement | null>(null)
  const trigger = useRef<HTMLElement | null>(null)
  const [tip, setTip] = useState<string | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const onOpen = useCallback((element: HTMLElement) => {
    mark(box.current, element.dataset['run'] ?? null)
    trigger.current = element
    setTip(null)
    setOpen(element.dataset['run'] ?? null)
  }, [])
  const onPoint = useCallback((element: HTMLElement | null) => {
    pointed.current = element
    setTip(element?.dataset['run'] ?? null)
  }, [])
  const onClose = () => {
    mark(box.current, null)
    setOpen(null)
    trigger.current?.focus({ preventScroll: true })
  }
  useRuns(box, model, { onOpen, onPoint })
  const copyRun = useCopyRun(timemap, index)
  const headEnd = headLength(rows, (row) => row.block)
  const claims = claimLines(content, null, revisions.slice(0, index + 1))
  const body = useMemo(() => {
    const gone = (at: number) => {
      const lines = model?.gone.get(at)
      return lines === undefined ? null : <GoneLines key={`gone ${at}`} {...{ lines, revisions, folds }} />
    }
    return rows.map((row, at) => [
      at === 0 && gone(-1),
      <BlameRow key={row.key} row={row} blame={model?.blocks[at]} {...{ revisions, index }} />,
      gone(at)
    ])
  }, [rows, model, revisions, index, folds])
  const isThere = model?.ages.list.some(({ shade }) => shade === only) === true
  const place = open === null ? undefined : model?.places.get(open)
  const pointedAt = tip === null || open !== null ? undefined : model?.places.get(tip)
  return (
    <div ref={box} className="blame-body" data-only={isThere ? only : undefined}>
      {blame.error !== null && <TextError error={blame.error} onRetry={() => void blame.refetch()} inline />}
      {revisions.length === 1 && <NoChanges timemap={timemap} />}
      {model?.hitTimeout === true && <Said words={t('blame.unfinished')} />}
      <BlameLegend revisions={revisions} at={index} />
      <Kicker article={article} />
      {body.slice(0, headEnd)}
      {claims.length > 0 && <Claims lines={claims} />}
      {body.slice(headEnd)}
      {pointedAt !== undefined && <RunTip place={pointedAt} trigger={pointed} revisions={revisions} />}
      {place !== undefined && (
        <RunPopover
          key={open}
          {...{ place, trigger, revisions, onClose }}
          text={textOf(place, (block) => content.blocks[block]?.text ?? '')}
          onCopy={() =>
            copyRun(
              place,
              textOf(place, (block) => content.blocks[block]?.text ?? '')
            )
          }
        />
      )}
    </div>
  )
}

type Place = ComponentProps<typeof RunPopover>['place']

function textOf(place: Place, textAt: (block: number) => string): string {
  if (place.kind === 'cut') return place.pasts.at(-1)!.text
  return textAt(Number.parseInt(place.key, 10)).slice(place.start, place.end).trim()
}

/** Outlines all parts of a passage. */
function mark(box: HTMLElement | null, key: string | null): void {
  for (const part of box?.querySelectorAll<HTMLElement>('[data-open]') ?? []) delete part.dataset['open']
  if (key === null) return
  for (const part of box?.querySelectorAll<HTMLElement>(`[data-run="${key}"]`) ?? []) part.dataset['open'] = ''
}

function Said({ words }: { readonly words: string }) {
  return (
    <p className="summary" data-not-text dir={direction()}>
      {words}
    </p>
  )
}
