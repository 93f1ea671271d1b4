import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { RetentionPreview, SourcedRule, SourceSize } from '../../contract/keeping.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { RulePreview } from './RulePreview.tsx'
import { spokenWords } from './ruleWords.ts'

type Kind = SourcedRule['kind']

interface Preview {
  readonly rule: SourcedRule
  readonly found: RetentionPreview
  /** Something changed after the first look. */
  readonly isNew: boolean
}

/** A rule that deletes old versions: what it would do is shown first, and it does nothing by itself. */
export function RuleForm({ sources }: { readonly sources: readonly SourceSize[] }) {
  const [kind, setKind] = useState<Kind>('minor')
  const [months, setMonths] = useState(12)
  const [versions, setVersions] = useState(50)
  const [source, setSource] = useState<number | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [busy, setBusy] = useState(false)
  const { did, tell, tellFailure } = useActs()
  const { library } = window.palimpsest
  const rule: SourcedRule = kind === 'minor' ? { kind, months, source } : { kind, versions, source }

  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await work().catch(tellFailure)
    setBusy(false)
  }
  const look = () =>
    run(async () => setPreview({ rule, found: await valueOf(library.previewRetention({ rule })), isNew: false }))
  const apply = ({ rule: shown, found }: Preview) =>
    run(async () => {
      const result = await valueOf(library.applyRetention({ rule: shown, digest: found.digest }))
      if (result.state === 'changed') return setPreview({ rule: shown, found: result.preview, isNew: true })
      setPreview(null)
      const { deleted } = result
      if (deleted === null) return tell(t('rule.nothingWas'))
      did(t('rule.deleted', { n: deleted.versions }), async () => {
        const { versions: back } = await valueOf(library.restore({ deletion: deleted.deletion }))
        return t('rule.restored', { n: back })
      })
    })
  const changed = (change: () => void) => {
    change()
    setPreview(null)
  }
  return (
    <section className="storage-part" aria-labelledby="storage-rule">
      <h3 id="storage-rule">{t('rule.title')}</h3>
      <p className="help">{t('rule.help')}</p>
      <div className="rule">
        <label>
          <input type="radio" name="rule" checked={kind === 'minor'} onChange={() => changed(() => setKind('minor'))} />
          {t('rule.minor')}
        </label>
        <NumberField
          label={t('rule.monthsLabel')}
          value={months}
          least={1}
          most={1200}
          onValue={(n) => changed(() => setMonths(n))}
        />
        <span>{t('rule.months')}</span>
        <label>
          <input type="radio" name="rule" checked={kind === 'most'} onChange={() => changed(() => setKind('most'))} />
          {t('rule.most')}
        </label>
        <NumberField
          label={t('rule.versionsLabel')}
          value={versions}
          least={2}
          most={100_000}
          onValue={(n) => changed(() => setVersions(n))}
        />
        <span>{t('rule.versions')}</span>
      </div>
      <div className="rule-line">
        <label className="rule-source">
          {t('rule.source')}
          <select
            value={source ?? ''}
            onChange={({ target }) => changed(() => setSource(target.value === '' ? null : Number(target.value)))}
          >
            <option value="">{t('rule.allSources')}</option>
            {sources.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" disabled={busy} onClick={() => void look()}>
          {busy ? t('rule.looking') : t('rule.show')}
        </button>
      </div>
      <output className="hidden-text">{preview !== null && spokenWords(preview.found)}</output>
      {preview !== null && (
        <RulePreview key={preview.found.digest} {...preview} busy={busy} onApply={() => void apply(preview)} />
      )}
    </section>
  )
}

interface NumberProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onValue: (value: number) => void
}

function NumberField({ label, value, least, most, onValue }: NumberProps) {
  const [text, setText] = useState(String(value))
  const typed = (next: string) => {
    setText(next)
    const n = Math.round(Number(next))
    if (next.trim() !== '' && n >= least && n <= most) onValue(n)
  }
  return (
    <input
      className="rule-number"
      type="number"
      inputMode="numeric"
      aria-label={label}
      min={least}
      max={most}
      value={text}
      onChange={({ target }) => typed(target.value)}
      onBlur={() => setText(String(value))}
    />
  )
}
