import { PanelRight } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { useKeyHint } from '../app/actions.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useInspector } from './InspectorContext.tsx'

/** Opens and closes the inspector. */
export function InspectorButton() {
  const { isOpen, toggle } = useInspector()
  const keys = useKeyHint('inspector')
  return (
    <IconButton
      icon={PanelRight}
      large
      mirrored
      label={isOpen ? t('inspector.hide') : t('inspector.show')}
      {...(keys === null ? {} : { keys })}
      className="inspector-button"
      aria-expanded={isOpen}
      onPress={toggle}
    />
  )
}
