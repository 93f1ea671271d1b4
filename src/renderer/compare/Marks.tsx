import { use, type ReactNode } from 'react'
import { t } from '../../catalogue/words.ts'
import { keyed } from '../ui/keyed.ts'
import { SpokenMarks } from './spokenMarks.ts'

/** Where a mark comes from: the page, and when the change was first seen. */
export interface Origin {
  readonly cite: string | null
  readonly at: string
}

interface Props {
  readonly text: string
  readonly origin: Origin
}

const attributes = ({ cite, at }: Origin) => ({ cite: cite ?? undefined, dateTime: at })

/** The words of a stretch without the spaces at its edges, which are never tinted; a lone line break is a mark. */
function edgesOf(text: string) {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(text) ?? []
  return { before, words, after, isBreak: words === '' && text.includes('\n') }
}

/** `removed:` before words that screen readers would read like any other, where the reader asked for it. */
function Spoken({ mark }: { readonly mark: 'mark.removed' | 'mark.added' | 'mark.end' }) {
  return use(SpokenMarks) ? <span className="hidden-text"> {t(mark)} </span> : null
}

/** Words that went. Spaces at the edges are removed too, but never tinted. */
export function Removed({ text, origin }: Props) {
  const { before, words, after, isBreak } = edgesOf(text)
  if (isBreak) return <del {...attributes(origin)}>¶</del>
  return (
    <>
      {before !== '' && <del className="bare"> </del>}
      {words !== '' && (
        <del {...attributes(origin)}>
          <Spoken mark="mark.removed" />
          <Lines text={words} />
          <Spoken mark="mark.end" />
        </del>
      )}
      {after !== '' && <del className="bare"> </del>}
    </>
  )
}

interface AddedProps extends Props {
  /** Draws the words, which begin so many characters into the stretch. */
  readonly children?: (words: string, at: number) => ReactNode
}

const plainly = (words: string): ReactNode => words

/** Words that came. */
export function Added({ text, origin, children = plainly }: AddedProps) {
  const { before, words, after, isBreak } = edgesOf(text)
  if (isBreak) {
    return (
      <>
        <ins {...attributes(origin)}>¶</ins>
        <br />
      </>
    )
  }
  return (
    <>
      {before}
      {words !== '' && (
        <ins {...attributes(origin)}>
          <Spoken mark="mark.added" />
          {children(words, before.length)}
          <Spoken mark="mark.end" />
        </ins>
      )}
      {after}
    </>
  )
}

interface WholeProps {
  readonly origin: Origin
  readonly children: ReactNode
}

/** A whole block that came: the block is tinted, not its lines. */
export function WholeAdded({ origin, children }: WholeProps) {
  return (
    <ins {...attributes(origin)} className="whole">
      {children}
    </ins>
  )
}

/** A whole block that went. */
export function WholeRemoved({ origin, children }: WholeProps) {
  return (
    <del {...attributes(origin)} className="whole">
      {children}
    </del>
  )
}

function Lines({ text }: { readonly text: string }) {
  const [first = '', ...rest] = text.split('\n')
  return (
    <>
      {first}
      {keyed(rest, (line) => line).map(({ key, item }) => (
        <span key={key}> ¶ {item}</span>
      ))}
    </>
  )
}
