import { CircleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../contract/failure.ts'
import { valueOf } from './ask.ts'
import { failureWords } from './failureWords.ts'

/** The library cannot be opened: why, what is safe, what next, and where the file is. */
export function Refused({ failure }: { readonly failure: Failure }) {
  const { title, text } = failureWords(failure)
  const [path, setPath] = useState('')
  const [copied, setCopied] = useState(false)
  const shown = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    void valueOf(window.palimpsest.shell.about({})).then((about) => setPath(about.library))
  }, [])
  const copy = () => {
    if (shown.current === null) return
    getSelection()?.selectAllChildren(shown.current)
    setCopied(document.execCommand('copy'))
  }
  return (
    <main className="full">
      <div className="words" role="alert">
        <CircleAlert className="icon" strokeWidth={1.5} aria-hidden="true" />
        <h1>{title}</h1>
        <p>{text}</p>
        <p className="mono" ref={shown}>
          {path}
        </p>
        <button type="button" className="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy where the file is'}
        </button>
      </div>
    </main>
  )
}
