import { useQuery } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import type { UpdateFound } from '../../contract/updates.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { sizeWords } from '../ui/words.ts'
import './update.css'

/** Asks for a new version when the button is pressed, or at once, and says what there is. */
export function Update({ asks }: { readonly asks: boolean }) {
  const update = useQuery({
    queryKey: ['update'],
    queryFn: () => valueOf(window.palimpsest.shell.findUpdate({})),
    enabled: asks,
    staleTime: 0,
    gcTime: 0
  })
  return (
    <div className="update">
      <button type="button" className="button" disabled={update.isFetching} onClick={() => void update.refetch()}>
        {t('updates.ask')}
      </button>
      <output>
        {update.isFetching && <p className="help">{t('updates.asking')}</p>}
        {!update.isFetching && update.data !== undefined && <Found {...update.data} />}
      </output>
    </div>
  )
}

/** Another's words and address are shown as what they are; the download is the browser's. */
function Found(update: UpdateFound) {
  const { tellFailure } = useActs()
  if (update.found === 'none') return <p className="help">{t('updates.none')}</p>
  if (update.found === 'failed') return <p className="help">{t(`updates.${update.why}`)}</p>
  const { version, notes, size, page } = update
  const open = () => void valueOf(window.palimpsest.shell.openExternal({ url: page })).catch(tellFailure)
  const from = { host: new URL(page).host, size: size === null ? '' : sizeWords(size) }
  return (
    <>
      <p>{t('updates.newer', { version })}</p>
      {notes !== '' && (
        <pre className="update-notes" dir="auto">
          {notes}
        </pre>
      )}
      <p className="help">{t(size === null ? 'updates.from' : 'updates.fromSized', from)}</p>
      <button type="button" className="button" onClick={open}>
        {t('updates.open')}
      </button>
    </>
  )
}
