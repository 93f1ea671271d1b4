import { Braces, Code, Copy, FileText, Quote } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { ActionMenu } from '../ui/ActionMenu.tsx'
import type { CopyForm } from './clips.ts'

/** The forms in which the selection, or the current change, can be copied. */
export function CopyMenu({ onCopy }: { readonly onCopy: (form: CopyForm) => void }) {
  const action = (form: CopyForm, icon: typeof Copy) => {
    return { key: form, icon, label: t(`copy.as.${form}`), act: () => onCopy(form) }
  }
  return (
    <ActionMenu
      label={t('copy.menu')}
      icon={Copy}
      actions={[action('source', Quote), action('marks', Braces), action('markdown', FileText), action('html', Code)]}
    />
  )
}
