import { AppWindow, Camera, Code } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Captured } from '../../contract/captured.ts'
import type { RevisionInfo, Timemap } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { TextError } from '../compare/TextError.tsx'
import { CapturedFacts } from './CapturedFacts.tsx'
import { Headlines } from './Headlines.tsx'
import { useCaptured } from './queries.ts'
import { useSnapshot } from './useSnapshot.ts'
import { Verified } from './Verified.tsx'

const SourceDialog = lazy(async () => ({ default: (await import('./SourceDialog.tsx')).SourceDialog }))
const VerifyDialog = lazy(async () => ({ default: (await import('../verify/VerifyDialog.tsx')).VerifyDialog }))

interface Props {
  readonly timemap: Timemap
  readonly index: number
}

/** Everything that is known of one version. */
export function VersionTab({ timemap, index }: Props) {
  const { article, revisions } = timemap
  const revision = revisions[index]!
  const captured = useCaptured(revision.id)
  const [verifying, setVerifying] = useState(false)
  return (
    <>
      <h2>{t('verify.version', { label: revision.label })}</h2>
      {captured.error !== null && <TextError error={captured.error} onRetry={() => void captured.refetch()} inline />}
      {captured.data !== undefined && (
        <CapturedFacts captured={captured.data} url={article.url} {...{ revision }} before={revisions[index - 1]} />
      )}
      <Verified revision={revision.id} />
      <div className="inspector-buttons">
        <Button className="button" onPress={() => setVerifying(true)}>
          {t('inspector.verifyAll', { n: revisions.length })}
        </Button>
        {captured.data !== undefined && captured.data.bodySize !== null && (
          <PageButtons captured={captured.data} revision={revision} />
        )}
      </div>
      <Headlines revisions={revisions} />
      <Suspense>{verifying && <VerifyDialog article={article.id} onClose={() => setVerifying(false)} />}</Suspense>
    </>
  )
}

/** The two ways to look at the stored page itself. */
function PageButtons({ captured, revision }: { readonly captured: Captured; readonly revision: RevisionInfo }) {
  const [open, setOpen] = useState(false)
  const show = useSnapshot()
  return (
    <>
      <Button className="button" onPress={() => setOpen(true)}>
        <Code className="icon" strokeWidth={1.75} aria-hidden="true" />
        {t('inspector.pageSource')}
      </Button>
      <Button className="button" onPress={() => show(revision, 'page')}>
        <AppWindow className="icon" strokeWidth={1.75} aria-hidden="true" />
        {t('inspector.snapshot')}
      </Button>
      {captured.hasPicture && (
        <Button className="button" onPress={() => show(revision, 'picture')}>
          <Camera className="icon" strokeWidth={1.75} aria-hidden="true" />
          {t('inspector.picture')}
        </Button>
      )}
      <Suspense>{open && <SourceDialog {...{ captured, revision }} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
