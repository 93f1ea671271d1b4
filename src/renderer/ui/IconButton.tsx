import type { LucideIcon } from 'lucide-react'
import { Button, type ButtonProps } from 'react-aria-components'
import { Tip } from './Tip.tsx'

interface Props extends Omit<ButtonProps, 'children' | 'className'> {
  readonly icon: LucideIcon
  /** What it does: its name, and its tip. */
  readonly label: string
  readonly keys?: string
  readonly large?: boolean
  /** It points along the line of text: turned around where text runs from right to left. */
  readonly mirrored?: boolean
  readonly className?: string
}

/** A button that is an icon; its name shows beside it when it has the pointer or the focus. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  large = false,
  mirrored = false,
  className = '',
  ...rest
}: Props) {
  return (
    <Tip words={label} keys={keys}>
      <Button {...rest} className={`icon-button ${className}`} aria-label={label}>
        <Icon
          className={`icon ${large ? 'icon-lg' : ''} ${mirrored ? 'mirrored' : ''}`}
          strokeWidth={1.75}
          aria-hidden="true"
        />
      </Button>
    </Tip>
  )
}
