import type { ReactElement, ReactNode } from 'react'
import { Tooltip, TooltipTrigger } from 'react-aria-components'
import { useReadingPreferences } from './reading.ts'

interface Props {
  readonly words: ReactNode
  /** The keys that do the same. */
  readonly keys?: string | undefined
  /** One thing that can have the focus: a `Button` of react-aria-components, or an element in its `Focusable`. */
  readonly children: ReactElement
}

/** Words that open, unless the reader wants none, beside what has the pointer or the focus, can be pointed at themselves, and close with Esc. */
export function Tip({ words, keys, children }: Props) {
  const [{ tooltips }] = useReadingPreferences()
  return (
    <TooltipTrigger delay={500} closeDelay={120} isDisabled={!tooltips}>
      {children}
      <Tooltip className="tip" offset={8}>
        {words}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
