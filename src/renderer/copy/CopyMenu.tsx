import { Braces, Code, Copy, FileText, Link, Quote } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import type { CopyForm } from './clips.ts'

interface Props {
  readonly onCopy: (form: CopyForm) => void
  readonly onCopyLink: () => void
}

/** The forms in which the selection, or the current change, can be copied; and the link to what is open. */
export function CopyMenu({ onCopy, onCopyLink }: Props) {
  const action = (form: CopyForm, icon: typeof Copy) => {
    return { key: form, icon, label: t(`copy.as.${form}`), act: () => onCopy(form) }
  }
  return (
    <ActionMenu
      label={t('copy.menu')}
      icon={Copy}
      actions={[
        action('source', Quote),
        action('marks', Braces),
        action('markdown', FileText),
        action('html', Code),
        { key: 'link', icon: Link, label: t('action.copy-article-link'), act: onCopyLink }
      ]}
    />
  )
}
