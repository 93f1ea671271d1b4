import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { PageSource } from '../../contract/captured.ts'
import { t } from '../../catalogue/words.ts'
import { rowsAPart, useSourcePart } from './useSource.ts'
import { visible } from './visible.ts'

interface Props {
  readonly revision: number
  readonly source: PageSource
}

const rowHeight = 20

/** The lines of a source with their numbers; only those in view are drawn, and asked for. */
export function SourceLines({ revision, source }: Props) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { rows, lines, bytes, encoding, isCut } = source
  const parts = Math.ceil(rows / rowsAPart)
  // oxlint-disable-next-line react/incompatible-library -- No compiler memoizes here.
  const virtual = useVirtualizer({
    count: parts,
    getScrollElement: () => box.current,
    estimateSize: (part) => rowHeight * Math.min(rowsAPart, rows - part * rowsAPart),
    overscan: 0
  })
  return (
    <>
      <p className="source-facts">
        {t('source.facts', { bytes: t('inspector.bytes', { n: bytes }), lines, encoding })}
        {isCut && ` ${t('source.cut', { rows })}`}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reached by keys. */}
      <section className="source-box" dir="ltr" ref={box} tabIndex={0} aria-label={t('source.text')}>
        <div className="source-lines" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Part key={index} {...{ revision, start }} part={index} />
          ))}
        </div>
      </section>
    </>
  )
}

interface PartProps {
  readonly revision: number
  readonly part: number
  readonly start: number
}

function Part({ revision, part, start }: PartProps) {
  const rows = useSourcePart(revision, part)
  return (
    <div className="source-part" style={{ insetBlockStart: start }}>
      {rows?.map(({ line, text }, n) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows are told apart by their place alone
        <div className="source-row" key={n}>
          <span className="source-number" aria-hidden={line === null}>
            {line}
          </span>
          <code>{visible(text)}</code>
        </div>
      ))}
    </div>
  )
}
