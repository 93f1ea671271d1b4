import { useState } from 'react'
import {
  articleExtensions,
  articleFormats,
  exportFormats,
  extensions,
  type ArticleFormat,
  type ExportFormat
} from '../../contract/exporting.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import type { Ends } from '../timeline/pairs.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useStored } from '../ui/stored.ts'
import { Toggle } from '../ui/Toggle.tsx'
import { shortened } from '../ui/words.ts'
import { ExportFooter } from './ExportFooter.tsx'
import { FileName, useFileName } from './FileName.tsx'
import { Formats } from './Formats.tsx'
import { fileBase } from './names.ts'
import { PairPick } from './PairPick.tsx'
import { Scopes, type Scope } from './Scopes.tsx'
import { useExport } from './useExport.ts'

/** What is exported. */
export interface Exported {
  /** Null for all of the library. */
  readonly articles: readonly number[] | null
  /** What it is called: a headline, a folder, a source. */
  readonly name: string
  readonly title: string
  /** The versions that are compared, where one article is open. */
  readonly pair: { readonly timemap: Timemap; readonly ends: Ends } | null
}

interface Props extends Exported {
  readonly onClose: () => void
}

const isFormat = (value: unknown): value is ExportFormat => exportFormats.some((format) => format === value)
const isArticleFormat = (value: unknown): value is ArticleFormat => articleFormats.some((format) => format === value)
const isScope = (value: unknown): value is Scope => value === 'pair' || value === 'articles'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isString = (value: unknown): value is string => typeof value === 'string'

/** Formats that hold what the reader noted. */
const withNotes = new Set<ExportFormat | ArticleFormat>(['html', 'pdf', 'markdown', 'text', 'package', 'wacz'])
/** Formats that say who made them. */
const withMaker = new Set<ArticleFormat>(['package', 'wacz', 'atom'])

/** What is written, as what, under which name: two versions, or articles with all their versions. */
export function ExportDialog({ articles, name, title, pair, onClose }: Props) {
  const [chosenScope, setScope] = useStored<Scope>('exportScope', 'pair', isScope)
  const scope = pair === null ? 'articles' : chosenScope
  const [format, setFormat] = useStored<ExportFormat>('exportFormat', 'html', isFormat)
  const [articlesAs, setArticlesAs] = useStored<ArticleFormat>('exportArticlesAs', 'package', isArticleFormat)
  const [notes, setNotes] = useStored('exportNotes', true, isBoolean)
  const [madeBy, setMadeBy] = useStored('exportMadeBy', '', isString)
  const [ends, setEnds] = useState(pair?.ends ?? { older: 0, newer: 0 })
  const label = (index: number) => pair?.timemap.revisions[index]?.label ?? ''
  const [older, newer] = [label(ends.older), label(ends.newer)]
  const isPair = scope === 'pair' && pair !== null
  const base = isPair ? `${fileBase(name)}-v${older}-v${newer}` : fileBase(name)
  const file = useFileName(base, isPair ? extensions[format] : articleExtensions[articlesAs])
  const { busy, writePair, writeArticles } = useWriting(onClose)
  const write = () => {
    if (!isPair) return writeArticles({ articles, format: articlesAs, name: file.name, notes, madeBy })
    const ids = { older: pair.timemap.revisions[ends.older]!.id, newer: pair.timemap.revisions[ends.newer]!.id }
    writePair({ ...ids, format, name: file.name, notes })
  }
  const chosen = isPair ? format : articlesAs
  const pairTitle = t('export.title', { pair: t('export.pair', { older, newer }), headline: shortened(name, 36) })
  return (
    <Dialog
      wide
      title={isPair ? pairTitle : title}
      onClose={onClose}
      footer={
        <ExportFooter busy={busy} onWrite={write} onClose={onClose}>
          {withNotes.has(chosen) ? (
            <Toggle label={t('export.notes')} on={notes} onChange={setNotes} />
          ) : (
            <span>{t('export.noNotes')}</span>
          )}
        </ExportFooter>
      }
    >
      {pair !== null && <Scopes scope={scope} onScope={setScope} />}
      {isPair ? (
        <Formats key="pair" formats={exportFormats} format={format} onFormat={setFormat} />
      ) : (
        <Formats key="articles" formats={articleFormats} format={articlesAs} onFormat={setArticlesAs} />
      )}
      <div className="export-fields">
        <FileName {...file} />
        {isPair && <PairPick timemap={pair.timemap} pair={ends} onPair={setEnds} />}
        {!isPair && withMaker.has(articlesAs) && <Maker name={madeBy} onName={setMadeBy} />}
      </div>
    </Dialog>
  )
}

function Maker({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  return (
    <div>
      <label className="label" htmlFor="export-maker">
        {t('export.madeBy')}
      </label>
      <input
        id="export-maker"
        className="field-line"
        maxLength={200}
        dir="auto"
        value={name}
        onChange={({ target }) => onName(target.value)}
      />
    </div>
  )
}

/** Writes; closes the dialog once that is done, and says what went wrong where it is not. */
function useWriting(onClose: () => void) {
  const { tellFailure } = useActs()
  const { exportPair, exportArticles } = useExport()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<boolean>) => {
    setBusy(true)
    try {
      if (await work()) onClose()
    } catch (error) {
      tellFailure(error)
    }
    setBusy(false)
  }
  return {
    busy,
    writePair: (wanted: Parameters<typeof exportPair>[0]) => void run(() => exportPair(wanted)),
    writeArticles: (wanted: Parameters<typeof exportArticles>[0]) => void run(() => exportArticles(wanted))
  }
}
