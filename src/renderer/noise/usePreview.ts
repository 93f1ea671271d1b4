import { useEffect, useState } from 'react'
import type { NoisePreview, NoiseScope } from '../../contract/noise.ts'
import type { NoiseRule } from '../../domain/noise-rule.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'
import { sent } from './useRules.ts'

/** What a rule would fold; null until that is known. Another rule, or closing, ends what is under way. */
export function usePreview(scope: NoiseScope, rule: NoiseRule | null): NoisePreview | null {
  const [found, setFound] = useState<{ readonly of: NoiseRule; readonly in: NoiseScope; readonly preview: NoisePreview } | null>(null) // prettier-ignore
  const { tellFailure } = useActs()
  useEffect(() => {
    if (rule === null) return undefined
    let isWanted = true
    const { library } = window.palimpsest
    const look = async () => {
      const preview = await valueOf(library.previewNoise({ scope, rule: sent(rule) }))
      if (isWanted && preview !== null) setFound({ of: rule, in: scope, preview })
    }
    look().catch(tellFailure)
    return () => {
      isWanted = false
      void library.cancelNoisePreview({})
    }
  }, [scope, rule, tellFailure])
  return found !== null && found.of === rule && found.in === scope ? found.preview : null
}
