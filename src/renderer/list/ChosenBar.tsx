import { FolderInput, Mail, MailOpen, Share, Star, StarOff, Trash2, X } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import { useAction } from '../app/actions.ts'
import { useExports } from '../export/ExportContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useFiling } from './FilingContext.tsx'
import { useSelection } from './SelectionContext.tsx'
import { useBulk } from './useBulk.ts'

/** Stands in place of the list's header while several articles are chosen: what can be done to all of them. */
export function ChosenBar() {
  const { selection, clear } = useSelection()
  const { starAll, readAll, deleteAll } = useBulk()
  const { moveArticles } = useFiling()
  const { exportArticles } = useExports()
  const articles = [...selection.articles]
  useAction('export', () => exportArticles(articles))
  return (
    <div className="bar list-bar list-chosen">
      <output className="list-chosen-count">{t('list.chosen', { n: articles.length })}</output>
      <span className="grow" />
      <Toolbar className="list-chosen-acts" aria-label={t('list.chosen.acts')}>
        <IconButton icon={Star} label={t('list.chosen.star')} keys="S" onPress={() => starAll(articles, true)} />
        <IconButton icon={StarOff} label={t('list.chosen.unstar')} onPress={() => starAll(articles, false)} />
        <IconButton icon={MailOpen} label={t('list.chosen.read')} keys="M" onPress={() => readAll(articles, true)} />
        <IconButton icon={Mail} label={t('list.chosen.unread')} onPress={() => readAll(articles, false)} />
        <IconButton icon={FolderInput} label={t('list.chosen.move')} keys="F" onPress={() => moveArticles(articles)} />
        <IconButton
          icon={Share}
          label={t('list.chosen.export')}
          keys="Ctrl E"
          onPress={() => exportArticles(articles)}
        />
        <IconButton icon={Trash2} label={t('list.chosen.delete')} keys="Delete" onPress={() => deleteAll(articles)} />
        <IconButton icon={X} label={t('list.chosen.none')} keys="Esc" onPress={clear} />
      </Toolbar>
    </div>
  )
}
