import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Verification } from '../../domain/verification.ts'
import { useAnnounce } from '../app/announce.tsx'
import { failureOf, valueOf } from '../app/ask.ts'
import { failureWords } from '../app/failureWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FindingList } from './FindingList.tsx'
import { useProgress } from './verified.ts'
import { lookedAt, progressWords, verdictWords } from './words.ts'

interface Props {
  /** One article, or null for the whole library. */
  readonly article: number | null
  readonly onClose: () => void
}

/** Verifies while it is open; the walk goes on when it is closed, and its result is shown then as well. */
export function VerifyDialog({ article, onClose }: Props) {
  const queries = useQueryClient()
  const queryKey = ['verify', article]
  const asked = useQuery({
    queryKey,
    queryFn: () => valueOf(window.palimpsest.library.verify(article === null ? {} : { article })),
    gcTime: 0
  })
  const progress = useProgress()
  const say = useAnnounce()
  const result = asked.isFetching ? undefined : asked.data
  const title =
    result === undefined ? (article === null ? t('verify.library') : t('verify.article')) : verdictWords(result)
  useEffect(() => {
    if (result !== undefined) say(verdictWords(result))
  }, [result, say])
  const again = () => void queries.resetQueries({ queryKey })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <span className="grow">
            {result === undefined && article === null && asked.error === null && t('verify.goesOn')}
          </span>
          {result !== undefined && (
            <button type="button" className="button" onClick={again}>
              {t('verify.again')}
            </button>
          )}
          <button type="button" className="button button-primary" data-first onClick={onClose}>
            {t('verify.close')}
          </button>
        </>
      }
    >
      {asked.error !== null && !asked.isFetching ? (
        <Failed error={asked.error} />
      ) : result === undefined ? (
        <p>{progressWords(article === null ? progress : null)}</p>
      ) : (
        <Verdict result={result} />
      )}
    </Dialog>
  )
}

function Failed({ error }: { readonly error: unknown }) {
  const { title, text } = failureWords(failureOf(error))
  return (
    <p>
      <b>{title}.</b> {text}
    </p>
  )
}

function Verdict({ result }: { readonly result: Verification }) {
  return (
    <>
      <p>{lookedAt(result)}</p>
      <FindingList {...result} />
      <p className="help">{t('verify.limits')}</p>
    </>
  )
}
