import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import type { Ends } from '../timeline/pairs.ts'
import { clock } from '../ui/clock.ts'
import { Menu } from '../ui/Menu.tsx'

interface Props {
  readonly timemap: Timemap
  readonly pair: Ends
  readonly onPair: (pair: Ends) => void
}

/** Which two versions are written: the older stays before the newer. */
export function PairPick({ timemap, pair, onPair }: Props) {
  return (
    <div>
      <span className="label">{t('export.versions')}</span>
      <div className="export-pair">
        <Version
          label={t('export.older')}
          {...{ timemap, index: pair.older, from: 0, to: pair.newer - 1 }}
          onIndex={(index) => onPair({ ...pair, older: index })}
        />
        <Version
          label={t('export.newer')}
          {...{ timemap, index: pair.newer, from: pair.older + 1, to: timemap.revisions.length - 1 }}
          onIndex={(index) => onPair({ ...pair, newer: index })}
        />
      </div>
    </div>
  )
}

interface VersionProps {
  readonly label: string
  readonly timemap: Timemap
  readonly index: number
  /** The first and the last version that can be chosen. */
  readonly from: number
  readonly to: number
  readonly onIndex: (index: number) => void
}

function Version({ label, timemap: { revisions }, index, from, to, onIndex }: VersionProps) {
  const choices = revisions.slice(from, to + 1).map((revision, n) => {
    const name = `v${revision.label}`
    const content = (
      <>
        <b>{name}</b> {clock.moment(revision.at)}
      </>
    )
    return { key: String(from + n), content, text: name }
  })
  return (
    <Menu label={label} current={String(index)} choices={choices} onChoose={(key) => onIndex(Number(key))}>
      <b>v{revisions[index]?.label}</b> <span>{clock.moment(revisions[index]?.at ?? '')}</span>
    </Menu>
  )
}
