import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { NoiseScope, StoredNoiseRule } from '../../contract/noise.ts'
import type { NoiseRule } from '../../domain/noise-rule.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { valueOf } from '../app/ask.ts'

const key = 'noise-rules'

/** The rules that hold for an article, or all there are. */
export function useNoiseRules(article: number | null) {
  return useQuery({
    queryKey: [key, article],
    queryFn: () => valueOf(window.palimpsest.library.noiseRules({ article })),
    staleTime: 0
  })
}

/** Adding and removing rules, with undo. What they fold is compared anew. */
export function useRules() {
  const queries = useQueryClient()
  const { act, did, tell } = useActs()
  const { library } = window.palimpsest
  const anew = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: [key] }),
      queries.invalidateQueries({ queryKey: ['compare'] })
    ])
  }
  const add = async (scope: NoiseScope, rule: NoiseRule) => {
    const { id } = await valueOf(library.addNoiseRule({ scope, rule: sent(rule) }))
    await anew()
    did(t('noise.added'), async () => {
      await valueOf(library.removeNoiseRule({ rule: id }))
      await anew()
      return t('noise.removed')
    })
  }
  const remove = async ({ id }: StoredNoiseRule) => {
    const removed = await valueOf(library.removeNoiseRule({ rule: id }))
    await anew()
    if (removed === null) return tell(t('noise.gone'))
    did(t('noise.removed'), async () => {
      await valueOf(library.addNoiseRule({ scope: removed.scope, rule: sent(removed.rule) }))
      await anew()
      return t('noise.removedBack')
    })
  }
  return {
    addRule: (scope: NoiseScope, rule: NoiseRule) => act(() => add(scope, rule)),
    removeRule: (rule: StoredNoiseRule) => act(() => remove(rule))
  }
}

/** A rule as it crosses to the library, whose lists may be changed there. */
export function sent(rule: NoiseRule) {
  const allow = [...rule.allow]
  return rule.kind === 'text' ? { ...rule, allow, parts: [...rule.parts] } : { ...rule, allow }
}
