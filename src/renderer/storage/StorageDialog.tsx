import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Storage } from '../../contract/keeping.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { EmptyDialog } from '../dialogs/EmptyDialog.tsx'
import { amountWords } from '../list/deletedWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { capital, sizeWords } from '../ui/words.ts'
import { RuleForm } from './RuleForm.tsx'
import { SourceSizes } from './SourceSizes.tsx'
import './storage.css'

/** Where the library lies, what takes up room in it, and what can be done about that. */
export function StorageDialog({ onClose }: { readonly onClose: () => void }) {
  const storage = useQuery({
    queryKey: keys.storage,
    queryFn: () => valueOf(window.palimpsest.library.storage({})),
    staleTime: 0,
    gcTime: 0
  })
  const facts = storage.data
  return (
    <Dialog
      wide
      title={t('storage.title')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            {t('app.close')}
          </button>
        </>
      }
    >
      {facts !== undefined && (
        <>
          <Facts facts={facts} />
          <SourceSizes sources={facts.sources} />
          <RuleForm sources={facts.sources} />
        </>
      )}
      {facts === undefined && storage.error === null && <p className="about-lead">{t('storage.adding')}</p>}
      {storage.error !== null && <p className="about-lead">{t('storage.notKnown')}</p>}
    </Dialog>
  )
}

function Facts({ facts }: { readonly facts: Storage }) {
  const { path, bytes, log, free, search, deleted } = facts
  const texts = facts.sources.reduce((sum, source) => sum + source.bytes, 0)
  return (
    <dl className="facts">
      <dt>{t('app.library')}</dt>
      <dd className="mono">{path}</dd>
      <dt>{t('storage.size')}</dt>
      <dd className="storage-line">
        <span>
          {t('storage.parts', {
            all: sizeWords(bytes),
            texts: sizeWords(texts),
            search: sizeWords(search),
            hasFree: free > 0 ? 'yes' : 'no',
            free: sizeWords(free),
            hasLog: log > 0 ? 'yes' : 'no',
            log: sizeWords(log)
          })}
        </span>
        <Compact />
      </dd>
      <dt>{t('storage.deleted')}</dt>
      <dd className="storage-line">
        <span>
          {capital(amountWords(deleted))}
          {deleted.bytes > 0 && `, ${sizeWords(deleted.bytes)}`}
        </span>
        {deleted.articles + deleted.versions > 0 && <Empty />}
      </dd>
    </dl>
  )
}

function Empty() {
  const [asks, setAsks] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {t('storage.empty')}
      </button>
      {asks && <EmptyDialog onClose={() => setAsks(false)} />}
    </>
  )
}

/** Gives back the room that deleted things left. It happens by itself too, once a day. */
function Compact() {
  const [busy, setBusy] = useState(false)
  const { tell, tellFailure } = useActs()
  const { refetch } = useQuery({ queryKey: keys.storage, enabled: false })
  const compact = async () => {
    setBusy(true)
    try {
      const { before, after } = await valueOf(window.palimpsest.library.compact({}))
      tell(after < before ? t('storage.smaller', { size: sizeWords(before - after) }) : t('storage.compactAlready'))
      await refetch()
    } catch (error) {
      tellFailure(error)
    }
    setBusy(false)
  }
  return (
    <button type="button" className="button" disabled={busy} onClick={() => void compact()}>
      {busy ? t('storage.compacting') : t('storage.compact')}
    </button>
  )
}
