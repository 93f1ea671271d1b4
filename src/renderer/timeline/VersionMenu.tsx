import type { RevisionInfo } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'
import { Arrowed } from '../ui/Arrowed.tsx'
import { Menu, type Choice } from '../ui/Menu.tsx'
import { windowTitle } from '../ui/time.ts'
import { phraseOf, versionName, wordsChanged } from './words.ts'

interface Props {
  readonly label: string
  readonly revisions: readonly RevisionInfo[]
  readonly index: number
  /** Which versions this end may stand on. */
  readonly allowed: (index: number) => boolean
  readonly onChoose: (index: number) => void
}

/** All versions, newest first; the plain alternative to dragging a handle. */
export function VersionMenu({ label, revisions, index, allowed, onChoose }: Props) {
  const current = revisions[index]
  if (current === undefined) return null
  const choices = revisions
    .map((revision, n): Choice => {
      return {
        key: String(n),
        disabled: !allowed(n),
        title: windowTitle(clock, revision),
        content: <VersionRow revision={revision} />
      }
    })
    .toReversed()
  return (
    <Menu label={label} choices={choices} current={String(index)} onChoose={(key) => onChoose(Number(key))}>
      <b>{versionName(current)}</b> <span title={windowTitle(clock, current)}>{clock.moment(current.at)}</span>
    </Menu>
  )
}

function VersionRow({ revision }: { readonly revision: RevisionInfo }) {
  return (
    <span className="version-row">
      <b>{versionName(revision)}</b>
      <span>{clock.moment(revision.at)}</span>
      <span className="version-words">{wordsChanged(revision)}</span>
      <span className="version-phrase">
        <Arrowed text={phraseOf(revision)} />
      </span>
      {revision.lastSeenBefore !== null && (
        <span className="hidden-text">, last seen as before {clock.moment(revision.lastSeenBefore)}</span>
      )}
    </span>
  )
}
