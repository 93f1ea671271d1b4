import { useQuery } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import { useOffered } from '../app/actions.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { keys } from '../app/queries.ts'
import { TextError } from '../compare/TextError.tsx'
import { sizeWords } from '../ui/words.ts'
import type { PageProps } from './SettingsDialog.tsx'

/** Where the library lies and how large it is, and the ways to what can be done about that. */
export function StoragePage({ onClose }: PageProps) {
  const { run } = useOffered()
  const { tellFailure } = useActs()
  const about = useQuery({ queryKey: ['about'], queryFn: () => valueOf(window.palimpsest.shell.about({})) })
  const storage = useQuery({
    queryKey: keys.storage,
    queryFn: () => valueOf(window.palimpsest.library.storage({})),
    staleTime: 0
  })
  const { shell } = window.palimpsest
  const move = (work: Promise<unknown>) => void work.catch(tellFailure)
  const elsewhere = (action: 'storage' | 'backups') => {
    onClose()
    // The settings are gone first: one dialog at a time.
    setTimeout(() => run(action))
  }
  return (
    <>
      <dl className="facts">
        <dt>{t('settings.storage.place')}</dt>
        <dd className="mono">{about.data?.library}</dd>
        <dt>{t('settings.storage.size')}</dt>
        <dd>{storage.data === undefined ? t('settings.storage.adding') : sizeWords(storage.data.bytes)}</dd>
      </dl>
      {storage.error !== null && <TextError error={storage.error} onRetry={() => void storage.refetch()} inline />}
      <div className="settings-buttons">
        <button type="button" className="button" onClick={() => elsewhere('storage')}>
          {t('settings.storage.rules')}
        </button>
        <button type="button" className="button" onClick={() => elsewhere('backups')}>
          {t('settings.storage.backups')}
        </button>
      </div>
      <section className="setting-part">
        <h3>{t('settings.storage.move')}</h3>
        <p className="help">{t('settings.storage.move.help')}</p>
        <div className="settings-buttons">
          <button
            type="button"
            className="button"
            onClick={() => move(valueOf(shell.chooseLibrary({ kind: 'folder' })).then((done) => done && onClose()))}
          >
            {t('settings.storage.folder')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => move(valueOf(shell.chooseLibrary({ kind: 'file' })).then((done) => done && onClose()))}
          >
            {t('settings.storage.file')}
          </button>
          {about.data?.isUsualPlace === false && (
            <button
              type="button"
              className="button"
              onClick={() => move(valueOf(shell.usualLibrary({})).then(onClose))}
            >
              {t('settings.storage.usual')}
            </button>
          )}
        </div>
      </section>
    </>
  )
}
