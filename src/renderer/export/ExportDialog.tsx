import { useState } from 'react'
import { exportFormats, type ExportFormat } from '../../contract/exporting.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import type { Ends } from '../timeline/pairs.ts'
import { clock } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useStored } from '../ui/stored.ts'
import { Toggle } from '../ui/Toggle.tsx'
import { shortened } from '../ui/words.ts'
import { Formats } from './Formats.tsx'
import { fileBase, withExtension } from './names.ts'
import { useExport } from './useExport.ts'

interface Props {
  readonly timemap: Timemap
  readonly ends: Ends
  readonly onClose: () => void
}

const isFormat = (value: unknown): value is ExportFormat => exportFormats.some((format) => format === value)
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'

/** Which versions are written, as what, under which name. */
export function ExportDialog({ timemap, ends, onClose }: Props) {
  const { article, revisions } = timemap
  const { tellFailure } = useActs()
  const { exportPair } = useExport()
  const [format, setFormat] = useStored<ExportFormat>('exportFormat', 'html', isFormat)
  const [notes, setNotes] = useStored('exportNotes', true, isBoolean)
  const [pair, setPair] = useState(ends)
  const [typed, setTyped] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const label = (index: number) => revisions[index]?.label ?? ''
  const [older, newer] = [label(pair.older), label(pair.newer)]
  const name = withExtension(typed ?? fileBase(article.headline, older, newer), format)
  const write = async () => {
    setBusy(true)
    const ids = { older: revisions[pair.older]!.id, newer: revisions[pair.newer]!.id }
    try {
      if (await exportPair({ ...ids, format, name, notes })) onClose()
    } catch (error) {
      tellFailure(error)
    }
    setBusy(false)
  }
  const headline = shortened(article.headline, 36)
  return (
    <Dialog
      wide
      title={t('export.title', { pair: t('export.pair', { older, newer }), headline })}
      onClose={onClose}
      footer={
        <>
          {format === 'json' ? (
            <span>{t('export.noNotes')}</span>
          ) : (
            <Toggle label={t('export.notes')} on={notes} onChange={setNotes} />
          )}
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('export.cancel')}
          </button>
          <button type="button" className="button button-primary" disabled={busy} onClick={() => void write()}>
            {t(busy ? 'export.busy' : 'export.act')}
          </button>
        </>
      }
    >
      <Formats format={format} onFormat={setFormat} />
      <div className="export-fields">
        <div>
          <label className="label" htmlFor="export-name">
            {t('export.name')}
          </label>
          <input
            id="export-name"
            className="field-line"
            maxLength={180}
            dir="auto"
            value={typed ?? name}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={() => setTyped(typed === null || typed.trim() === '' ? null : withExtension(typed, format))}
          />
        </div>
        <div>
          <span className="label">{t('export.versions')}</span>
          <div className="export-pair">
            <Version
              label={t('export.older')}
              {...{ timemap, index: pair.older, from: 0, to: pair.newer - 1 }}
              onIndex={(index) => setPair({ ...pair, older: index })}
            />
            <Version
              label={t('export.newer')}
              {...{ timemap, index: pair.newer, from: pair.older + 1, to: revisions.length - 1 }}
              onIndex={(index) => setPair({ ...pair, newer: index })}
            />
          </div>
        </div>
      </div>
    </Dialog>
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
