import type { LucideIcon } from 'lucide-react'

interface Props {
  readonly icon: LucideIcon
  /** What it does: its name, and its tip. */
  readonly label: string
  readonly className: string
  readonly onPress: () => void
}

/** An icon button for where there are hundreds of them: a text of 20,000 words has three beside every change. */
export function LightButton({ icon: Icon, label, className, onPress }: Props) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} onClick={onPress}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
    </button>
  )
}
