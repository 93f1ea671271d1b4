import { CircleAlert, CircleCheck, Copy, FileX, GitPullRequestArrow, Link, Rss, Trash2 } from 'lucide-react'
import type { ImportResult } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { addedWords, countOf, isNoArticle } from '../app/importWords.ts'
import { useUndoImport } from '../app/useUndoImport.ts'
import { lastPart } from '../export/names.ts'
import { useExport } from '../export/useExport.ts'
import { useActs } from '../app/ActsContext.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Count } from './Count.tsx'
import { importLog } from './importLog.ts'

/** An import of several files, when it is done. */
export interface Imported {
  readonly paths: readonly string[]
  readonly result: ImportResult
  readonly ms: number
}

interface Props {
  readonly imported: Imported
  readonly onShow: () => void
  readonly onClose: () => void
}

/** What became of the files of an import, counted by outcome. */
export function ImportResults({ imported, onShow, onClose }: Props) {
  const { paths, result, ms } = imported
  const { tellFailure } = useActs()
  const { saveLog } = useExport()
  const undo = useUndoImport()
  const { newArticles, alreadyThere, deleted, refused, added, newFeeds = 0, newAddresses = 0, isStopped } = result
  const others = refused.filter(isNoArticle)
  const unreadable = refused.filter((one) => !isNoArticle(one))
  const canUndo = added.articles.length + added.revisions.length > 0
  const save = async () => void (await saveLog(t('imported.logName'), await importLog(imported)))
  return (
    <Dialog
      title={paths.length === 1 ? lastPart(paths[0]!) : t('imported.title', { n: paths.length })}
      onClose={onClose}
    >
      <p className="import-done">{addedWords(result, ms)}</p>
      {isStopped === true && <p className="help">{t('imported.stopped')}</p>}
      <ul className="import-counts">
        <Count icon={CircleCheck} words={t('imported.newArticles')} n={newArticles} />
        <Count icon={GitPullRequestArrow} words={t('imported.newVersions')} n={added.revisions.length} />
        <Count icon={Copy} words={t('imported.known')} n={alreadyThere} />
        {deleted > 0 && <Count icon={Trash2} words={t('imported.inTrash')} n={deleted} />}
        {newFeeds > 0 && <Count icon={Rss} words={t('imported.feeds')} n={newFeeds} />}
        {newAddresses > 0 && <Count icon={Link} words={t('imported.addresses')} n={newAddresses} />}
        {others.length > 0 && (
          <Count icon={FileX} words={t('imported.notArticles')} n={countOf(others)} reasons={others} />
        )}
        {unreadable.length > 0 && (
          <Count
            icon={CircleAlert}
            words={t('imported.unreadable')}
            n={result.refusedCount - countOf(others)}
            reasons={unreadable}
            isBad
          />
        )}
      </ul>
      <div className="import-acts">
        {newArticles > 0 && (
          <button
            type="button"
            className="button button-primary"
            data-first
            onClick={() => {
              onClose()
              onShow()
            }}
          >
            {t('imported.show')}
          </button>
        )}
        {canUndo && (
          <button
            type="button"
            className="button"
            onClick={() => {
              onClose()
              undo(added)
            }}
          >
            {t('imported.undo')}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => void save().catch(tellFailure)}>
          {t('imported.log')}
        </button>
      </div>
    </Dialog>
  )
}
