import { ShieldAlert, ShieldCheck, ShieldQuestionMark } from 'lucide-react'
import type { VersionVerified } from '../../contract/captured.ts'
import { t } from '../../catalogue/words.ts'
import { findingWords } from '../verify/words.ts'
import { useVersionVerified } from './queries.ts'

/** Whether a version is what was stored, by a look at what is stored now. */
export function Verified({ revision }: { readonly revision: number }) {
  const { data, error } = useVersionVerified(revision)
  const { state, words } = verifiedWords(data, error)
  const Icon = state === 'whole' ? ShieldCheck : state === 'broken' ? ShieldAlert : ShieldQuestionMark
  return (
    <output className="verified" data-state={state}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      {words}
    </output>
  )
}

interface Said {
  readonly state: 'looking' | 'whole' | 'broken' | 'unknown'
  readonly words: string
}

function verifiedWords(verified: VersionVerified | undefined, error: Error | null): Said {
  if (error !== null) return { state: 'unknown', words: t('inspector.verifyFailed') }
  if (verified === undefined) return { state: 'looking', words: t('inspector.verifying') }
  const { finding, hasBody } = verified
  if (finding !== null) return { state: 'broken', words: findingWords(finding) }
  return { state: 'whole', words: hasBody ? t('inspector.matches') : t('inspector.matchesText') }
}
