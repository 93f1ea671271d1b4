import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
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
      title="Storage"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            Close
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
      {facts === undefined && storage.error === null && <p className="about-lead">Adding up what takes up room</p>}
      {storage.error !== null && <p className="about-lead">The sizes could not be asked for. Nothing was changed.</p>}
    </Dialog>
  )
}

function Facts({ facts }: { readonly facts: Storage }) {
  const { path, bytes, log, free, search, deleted } = facts
  const texts = facts.sources.reduce((sum, source) => sum + source.bytes, 0)
  return (
    <dl className="facts">
      <dt>Library</dt>
      <dd className="mono">{path}</dd>
      <dt>Size</dt>
      <dd className="storage-line">
        <span>
          {sizeWords(bytes)}: texts and raw pages {sizeWords(texts)}, search {sizeWords(search)}
          {free > 0 && `, unused ${sizeWords(free)}`}
          {log > 0 && `, log ${sizeWords(log)}`}
        </span>
        <Compact />
      </dd>
      <dt>Recently deleted</dt>
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
        Empty
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
      tell(after < before ? `The library is ${sizeWords(before - after)} smaller.` : 'The library was compact already.')
      await refetch()
    } catch (error) {
      tellFailure(error)
    }
    setBusy(false)
  }
  return (
    <button type="button" className="button" disabled={busy} onClick={() => void compact()}>
      {busy ? 'Compacting' : 'Compact now'}
    </button>
  )
}
