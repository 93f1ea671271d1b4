import { EyeOff } from 'lucide-react'
import { Button } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import type { Edit } from '../../domain/diff/comparison.ts'
import { Tip } from '../ui/Tip.tsx'

interface Props {
  /** The versions after the older one, up to the newer one. */
  readonly between: readonly RevisionInfo[]
  readonly edits: readonly Edit[]
}

/**
 * In how many of the versions the text changed and no visible note of the page did: what the lists and the timeline call
 * silent. Where nothing but the date in the page's metadata owns up to what changed, that is said instead.
 */
export function SilentTag({ between, edits }: Props) {
  const changed = between.flatMap(({ change }) => (change === null || change.minor ? [] : [change.silent]))
  const silent = changed.filter(Boolean).length
  if (silent === 0) return null
  const material = edits.filter(({ folded, minor }) => !folded && !minor)
  const dated = material.length > 0 && material.every(({ disclosure }) => disclosure === 'metadata-only')
  if (dated) return <span className="silent-tag silent-dated">{t('silent.dated')}</span>
  const words = changed.length === 1 ? t('silent.one') : t('silent.some', { silent, total: changed.length })
  return (
    <Tip words={t('silent.why')}>
      <Button className="silent-tag">
        <EyeOff className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
        {words}
      </Button>
    </Tip>
  )
}
