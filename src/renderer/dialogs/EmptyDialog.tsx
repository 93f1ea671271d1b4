import { useState } from 'react'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { useDeleted } from '../app/queries.ts'
import { amountWords } from '../list/deletedWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { capital } from '../ui/words.ts'

/** Asks before everything that waits is deleted for good. */
export function EmptyDialog({ onClose }: { readonly onClose: () => void }) {
  const { tell, tellFailure } = useActs()
  const { place, go } = usePlace()
  const { data } = useDeleted()
  const [busy, setBusy] = useState(false)
  const { library } = window.palimpsest

  const closeGone = async (article: number | null) => {
    if (article !== null && 'error' in (await library.article({ article }))) go({ type: 'closed' })
  }
  const empty = async () => {
    setBusy(true)
    try {
      const purged = await valueOf(library.emptyDeleted({}))
      await closeGone(place.article)
      tell(`Deleted ${amountWords(purged)} for good.`)
    } catch (error) {
      tellFailure(error)
    }
    onClose()
  }
  return (
    <Dialog
      title="Empty Recently deleted?"
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" data-first onClick={onClose}>
            Cancel
          </button>
          <button type="button" className="button button-primary" disabled={busy} onClick={() => void empty()}>
            {busy ? 'Deleting' : 'Delete for good'}
          </button>
        </>
      }
    >
      <p className="about-lead">
        {data === undefined ? 'Everything in it' : capital(amountWords(data))} will be deleted for good, with the raw
        pages that nothing else needs. This cannot be undone.
      </p>
      <p className="help">Backups that were made before still hold it until newer ones take their place.</p>
    </Dialog>
  )
}
