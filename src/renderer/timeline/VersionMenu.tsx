import { EyeOff, Pin } from 'lucide-react'
import { useMemo } from 'react'
import type { Gap, RevisionInfo, Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { Menu, type Choice } from '../ui/Menu.tsx'
import { windowTitle } from '../ui/time.ts'
import { gapWords, phraseOf, versionName, wordsChanged } from './words.ts'

interface Props {
  readonly label: string
  readonly timemap: Timemap
  readonly index: number
  /** The first and the last version that this end may stand on. */
  readonly least: number
  readonly most: number
  readonly onChoose: (index: number) => void
  readonly onDelete: (index: number) => void
}

/** All versions, newest first; the plain alternative to dragging a handle. */
export function VersionMenu({ label, timemap, index, least, most, onChoose, onDelete }: Props) {
  const rows = useMemo(() => rowsOf(timemap), [timemap])
  const choices = useMemo(
    () => rows.map(({ choice, n }) => (n === null || n < least || n > most ? { ...choice, disabled: true } : choice)),
    [rows, least, most]
  )
  const current = timemap.revisions[index]
  if (current === undefined) return null
  return (
    <Menu
      label={label}
      choices={choices}
      current={String(index)}
      onChoose={(key) => onChoose(Number(key))}
      onRemove={(key) => onDelete(Number(key))}
    >
      <b>{versionName(current)}</b> <span title={windowTitle(clock, current)}>{clock.moment(current.at)}</span>
    </Menu>
  )
}

/** A row is drawn when the list is open and it is in view. */
function rowsOf({ revisions, gaps, captures }: Timemap) {
  const responses = new Map(captures.map(({ revision, status }) => [revision, status]))
  const versions = revisions.map((revision, n) => {
    const content = <VersionRow revision={revision} response={responses.get(revision.id) ?? null} />
    const choice: Choice = { key: String(n), text: versionName(revision), content }
    return { at: revision.at, n, choice }
  })
  const deleted = gaps.map((gap, n) => {
    const choice: Choice = { key: `gap ${n}`, text: `v${gap.label}`, content: <GapRow gap={gap} /> }
    return { at: gap.at, n: null, choice }
  })
  return [...versions, ...deleted].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}

function GapRow({ gap }: { readonly gap: Gap }) {
  return (
    <span className="version-row">
      <b>v{gap.label}</b>
      <span>{clock.moment(gap.at)}</span>
      <span className="version-words" />
      <span className="version-phrase">{gapWords(gap)}</span>
    </span>
  )
}

interface RowProps {
  readonly revision: RevisionInfo
  /** What the server answered; null where it was not a server. */
  readonly response: number | null
}

function VersionRow({ revision, response }: RowProps) {
  return (
    <span className="version-row" title={windowTitle(clock, revision)}>
      <b>{versionName(revision)}</b>
      <span>{clock.moment(revision.at)}</span>
      <span className="version-words">{wordsChanged(revision)}</span>
      <span className="version-phrase">
        {revision.kept.includes('pinned') && (
          <>
            <Pin className="icon version-pin" strokeWidth={1.75} aria-hidden="true" />
            <span className="hidden-text">{t('timeline.row.pinned')} </span>
          </>
        )}
        <Arrowed text={phraseOf(revision)} />
      </span>
      <span className="version-silent">
        {revision.change?.silent === true && (
          <>
            <EyeOff className="icon" strokeWidth={1.75} aria-hidden="true" />
            <span className="hidden-text">{t('timeline.silent')}</span>
          </>
        )}
      </span>
      <span className="version-response">
        {response !== null && (
          <>
            <span className="hidden-text">{t('timeline.row.response')} </span>
            {response}
          </>
        )}
      </span>
      {revision.lastSeenBefore !== null && (
        <span className="hidden-text">
          {t('timeline.row.seenBefore', { when: clock.moment(revision.lastSeenBefore) })}
        </span>
      )}
    </span>
  )
}
