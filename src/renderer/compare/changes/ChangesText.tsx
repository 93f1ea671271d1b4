import type { ComponentProps } from 'react'
import { direction, t } from '../../../catalogue/words.ts'
import type { InlineText } from '../InlineText.tsx'
import { Noise } from '../Noise.tsx'
import { OtherReader } from '../OtherReader.tsx'
import { hiddenMinor } from '../rows.ts'
import { Unfinished } from '../Unfinished.tsx'
import { ChangeItem } from './ChangeItem.tsx'
import { FilterBar } from './FilterBar.tsx'
import { useSpeakers } from './useSpeakers.ts'
import { passes, type Filter, type Item } from './items.ts'

interface Props extends Omit<ComponentProps<typeof InlineText>, 'folds' | 'onJump' | 'rows'> {
  readonly items: readonly Item[]
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** Shows a change where it stands in the text. */
  readonly onOpen: (key: string) => void
}

/** Only what changed, numbered, in the order of the text. */
export function ChangesText({ timemap, older, newer, answer, items, filter, onFilter, onOpen }: Props) {
  const { article, revisions } = timemap
  const { comparison } = answer
  const speakerOf = useSpeakers(article.lang)
  const listed = items.filter((item) => passes(item, filter))
  const origin = { cite: article.url, at: revisions[newer]!.at }
  return (
    <>
      <h1 className="hidden-text" data-not-text>
        {revisions[newer]!.headline}
      </h1>
      <FilterBar {...{ items, filter, onFilter }} hidden={hiddenMinor(comparison)} />
      <OtherReader readers={answer.readers} older={revisions[older]!} newer={revisions[newer]!} />
      {comparison.hitTimeout && <Unfinished />}
      {listed.length === 0 && (
        <p className="change-none" data-not-text dir={direction()}>
          {t(`changes.no.${items.length === 0 ? 'all' : filter}`)}
        </p>
      )}
      <ol className="change-list" dir={direction()}>
        {listed.map((item) => (
          <ChangeItem key={item.row.key} {...{ item, comparison, article, origin, onOpen }} speaker={speakerOf(item)} />
        ))}
      </ol>
      <Noise comparison={comparison} folds={answer.folds} />
    </>
  )
}
