import { useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useRef, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Failure } from '../../contract/failure.ts'
import type { About } from '../../contract/shell.ts'
import { OutcomeBanner } from '../rescue/StateBanner.tsx'
import { useRescue } from '../rescue/RescueContext.tsx'
import { WaysOut } from '../rescue/WaysOut.tsx'
import { valueOf } from './ask.ts'
import { failureWords } from './failureWords.ts'

interface Props {
  readonly failure: Failure
  readonly onBackups: () => void
}

/** Where the library lies; asked again for every failure, because another may have been chosen in between. */
function useAbout(failure: Failure): About | null {
  const about = useQuery({
    queryKey: ['about', failure],
    queryFn: () => valueOf(window.palimpsest.shell.about({})),
    gcTime: 0
  })
  return about.data ?? null
}

/** The library cannot be opened: why, what is safe, the ways out, and where the file is. */
export function Refused({ failure, onBackups }: Props) {
  const { title, text } = failureWords(failure)
  const { outcome } = useRescue()
  const about = useAbout(failure)
  return (
    <div className="window-column">
      <output className="news">{outcome !== null && <OutcomeBanner outcome={outcome} />}</output>
      <main className="full">
        <div className="words">
          <CircleAlert className="icon" strokeWidth={1.5} aria-hidden="true" />
          <div role="alert">
            <h1>{title}</h1>
            <p>{text}</p>
          </div>
          <WaysOut code={failure.code} isUsualPlace={about?.isUsualPlace ?? true} onBackups={onBackups} />
          <Where path={about?.library ?? ''} />
        </div>
      </main>
    </div>
  )
}

function Where({ path }: { readonly path: string }) {
  const [copied, setCopied] = useState(false)
  const shown = useRef<HTMLElement>(null)
  const copy = () => {
    if (shown.current === null) return
    getSelection()?.selectAllChildren(shown.current)
    setCopied(document.execCommand('copy'))
  }
  return (
    <>
      <span className="where-file" ref={shown}>
        {path}
      </span>
      <button type="button" className="text-button" onClick={copy}>
        {copied ? t('failure.copied') : t('failure.copyPlace')}
      </button>
    </>
  )
}
