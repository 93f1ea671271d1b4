import { Pin } from 'lucide-react'
import type { Gap, RevisionInfo } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { Menu, type Choice } from '../ui/Menu.tsx'
import { windowTitle } from '../ui/time.ts'
import { gapWords, phraseOf, versionName, wordsChanged } from './words.ts'

interface Props {
  readonly label: string
  readonly revisions: readonly RevisionInfo[]
  readonly index: number
  /** Which versions this end may stand on. */
  readonly allowed: (index: number) => boolean
  readonly onChoose: (index: number) => void
  readonly gaps: readonly Gap[]
  readonly onDelete: (index: number) => void
}

/** All versions, newest first; the plain alternative to dragging a handle. */
export function VersionMenu({ label, revisions, index, allowed, onChoose, gaps, onDelete }: Props) {
  const current = revisions[index]
  if (current === undefined) return null
  const versions = revisions.map((revision, n) => {
    const choice: Choice = {
      key: String(n),
      disabled: !allowed(n),
      title: windowTitle(clock, revision),
      content: <VersionRow revision={revision} />
    }
    return { at: revision.at, choice }
  })
  const deleted = gaps.map((gap, n) => {
    const choice: Choice = { key: `gap ${n}`, disabled: true, content: <GapRow gap={gap} /> }
    return { at: gap.at, choice }
  })
  const choices = [...versions, ...deleted].toSorted((a, b) => b.at.localeCompare(a.at)).map(({ choice }) => choice)
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

function VersionRow({ revision }: { readonly revision: RevisionInfo }) {
  return (
    <span className="version-row">
      <b>{versionName(revision)}</b>
      <span>{clock.moment(revision.at)}</span>
      <span className="version-words">{wordsChanged(revision)}</span>
      <span className="version-phrase">
        {revision.kept.includes('pinned') && (
          <>
            <Pin className="icon version-pin" strokeWidth={1.75} aria-hidden="true" />
            <span className="hidden-text">Pinned. </span>
          </>
        )}
        <Arrowed text={phraseOf(revision)} />
      </span>
      {revision.lastSeenBefore !== null && (
        <span className="hidden-text">, last seen as before {clock.moment(revision.lastSeenBefore)}</span>
      )}
    </span>
  )
}
