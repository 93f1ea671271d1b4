import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { useWhere } from '../app/PlaceContext.tsx'
import { useDeleted } from '../app/queries.ts'
import { amountWords } from '../list/deletedWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { capital } from '../ui/words.ts'

/** Asks before everything that waits is deleted for good. */
export function EmptyDialog({ onClose }: { readonly onClose: () => void }) {
  const { tell, tellFailure } = useActs()
  const { place, go } = useWhere()
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
      tell(t('delete.emptied', { amount: amountWords(purged) }))
    } catch (error) {
      tellFailure(error)
    }
    onClose()
  }
  return (
    <Dialog
      title={t('delete.empty')}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" data-first onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="button" className="button button-primary" disabled={busy} onClick={() => void empty()}>
            {busy ? t('delete.deleting') : t('delete.forGood')}
          </button>
        </>
      }
    >
      <p className="about-lead">
        {capital(
          t('delete.emptyText', {
            known: data === undefined ? 'no' : 'yes',
            amount: data === undefined ? '' : amountWords(data)
          })
        )}
      </p>
      <p className="help">{t('delete.emptyBackups')}</p>
    </Dialog>
  )
}
