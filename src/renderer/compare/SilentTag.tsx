import { EyeOff } from 'lucide-react'
import { Button } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import type { Edit } from '../../domain/diff/comparison.ts'
import { Tip } from '../ui/Tip.tsx'

/** How many of the shown changes the page does not own up to; nothing where it owns up to all. */
export function SilentTag({ edits }: { readonly edits: readonly Edit[] }) {
  const material = edits.filter(({ folded, minor }) => !folded && !minor)
  const silent = material.filter(({ disclosure }) => disclosure === 'silent').length
  if (silent === 0) return null
  const words = material.length === 1 ? t('silent.one') : t('silent.some', { silent, total: material.length })
  return (
    <Tip words={t('silent.why')}>
      <Button className="silent-tag">
        <EyeOff className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
        {words}
      </Button>
    </Tip>
  )
}
