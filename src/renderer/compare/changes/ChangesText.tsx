import { useMemo, type ComponentProps } from 'react'
import { t } from '../../../catalogue/words.ts'
import type { InlineText } from '../InlineText.tsx'
import { Noise } from '../Noise.tsx'
import { hiddenMinor } from '../rows.ts'
import { Unfinished } from '../Unfinished.tsx'
import { ChangeItem } from './ChangeItem.tsx'
import { FilterBar } from './FilterBar.tsx'
import { itemsOf, passes, type Filter } from './items.ts'
import { useVersionsOf } from './versions.ts'

interface Props extends Omit<ComponentProps<typeof InlineText>, 'folds' | 'onJump'> {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** Shows a change where it stands in the text. */
  readonly onOpen: (key: string) => void
}

/** Only what changed, numbered, in the order of the text. */
export function ChangesText({ timemap, older, newer, answer, rows, filter, onFilter, onOpen }: Props) {
  const { article, revisions } = timemap
  const { comparison } = answer
  const items = useMemo(() => itemsOf(rows, comparison), [rows, comparison])
  const versionsOf = useVersionsOf(revisions, { older, newer }, comparison)
  const listed = items.filter((item) => passes(item, filter))
  const origin = { cite: article.url, at: revisions[newer]!.at }
  return (
    <>
      <FilterBar {...{ items, filter, onFilter }} hidden={hiddenMinor(comparison)} />
      {comparison.hitTimeout && <Unfinished />}
      {listed.length === 0 && (
        <p className="change-none" data-not-text dir="auto">
          {t(`changes.no.${items.length === 0 ? 'all' : filter}`)}
        </p>
      )}
      <ol className="change-list" dir="auto">
        {listed.map((item) => (
          <ChangeItem key={item.row.key} {...{ item, article, origin, onOpen }} versions={versionsOf(item.row)} />
        ))}
      </ol>
      <Noise edits={comparison.edits.filter((edit) => edit.folded)} />
    </>
  )
}
