import { useMemo } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SourceCount } from '../../contract/lists.ts'
import { paces, type Pace } from '../../contract/tracking.ts'
import { foldersOf } from '../list/folders.ts'
import { paceSentence, paceWords } from '../tracking/addWords.ts'
import { useTrackingSettings } from '../tracking/queries.ts'
import type { Draft } from './draft.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
}

/** Where what is added goes, and how often it is checked. */
export function FollowFields({ sources, draft, onDraft }: Props) {
  const folders = useMemo(() => foldersOf(sources).flatMap(({ name }) => name ?? []), [sources])
  const obeys = useTrackingSettings().data?.obeyRobots ?? true
  return (
    <>
      <div className="follow-fields">
        <label>
          <span className="label">{t('add.folder')}</span>
          <input
            className="field-line"
            list="add-folders"
            maxLength={200}
            placeholder={t('add.noFolder')}
            value={draft.folder}
            onChange={({ target }) => onDraft({ ...draft, folder: target.value })}
          />
          <datalist id="add-folders">
            {folders.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </label>
        <label>
          <span className="label">{t('add.pace')}</span>
          <select
            className="field-line"
            value={draft.pace}
            aria-describedby="add-pace"
            onChange={({ target }) => onDraft({ ...draft, pace: target.value as Pace })}
          >
            {paces.map((pace) => (
              <option key={pace} value={pace}>
                {t(paceWords[pace].name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="help" id="add-pace">
        {paceSentence(draft.pace, obeys)}
      </p>
    </>
  )
}
