import { useEffect, useRef } from 'react'
import { t } from '../../catalogue/words.ts'

interface Props {
  readonly name: string
  /** The name that was typed, or the one it had where that was given up. */
  readonly onNamed: (name: string) => void
}

/** The name of a folder or source while it is changed, in its place: Enter takes it, Esc leaves it as it was. */
export function TreeName({ name, onNamed }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const ended = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const end = (text: string, refocus: boolean) => {
    if (ended.current) return
    ended.current = true
    if (refocus) field.current?.closest<HTMLElement>('[role=treeitem]')?.focus()
    onNamed(text)
  }
  return (
    <input
      ref={field}
      className="nav-field"
      aria-label={t('filing.name', { name })}
      defaultValue={name}
      maxLength={200}
      dir="auto"
      onClick={(event) => event.stopPropagation()}
      onFocus={(event) => event.stopPropagation()}
      onBlur={(event) => end(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') end(event.currentTarget.value, true)
        if (event.key === 'Escape') end(name, true)
      }}
    />
  )
}
