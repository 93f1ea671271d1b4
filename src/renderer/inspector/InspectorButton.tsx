import { PanelRight } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useInspector } from './InspectorContext.tsx'

/** Opens and closes the inspector. */
export function InspectorButton() {
  const { isOpen, toggle } = useInspector()
  return (
    <IconButton
      icon={PanelRight}
      large
      label={isOpen ? t('inspector.hide') : t('inspector.show')}
      keys="Ctrl I"
      className="inspector-button"
      aria-expanded={isOpen}
      onPress={toggle}
    />
  )
}
