import { t } from '../../catalogue/words.ts'
import { AppWindow, Image, MessageSquareWarning } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Block } from '../../domain/revision.ts'

interface Props {
  readonly block: Block
  readonly describedBy?: string | undefined
  readonly className?: string
  readonly children: ReactNode
}

/** A block in the element that its kind asks for. */
export function BlockText({ block, describedBy, className = '', children }: Props) {
  const shared = { 'aria-describedby': describedBy, className: `block block-${block.kind} ${className}` }
  switch (block.kind) {
    case 'headline':
      return <h1 {...shared}>{children}</h1>
    case 'heading':
      return <h2 {...shared}>{children}</h2>
    case 'quote':
      return <blockquote {...shared}>{children}</blockquote>
    case 'table-row':
      return (
        <p {...shared}>
          <span>{children}</span>
        </p>
      )
    case 'correction-note':
      return (
        <div {...shared}>
          <MessageSquareWarning className="icon" strokeWidth={1.75} aria-hidden="true" />
          <p>{children}</p>
        </div>
      )
    case 'image':
    case 'embed':
      return <MediaCard {...{ block, shared, children }} />
    default:
      return <p {...shared}>{children}</p>
  }
}

interface CardProps {
  readonly block: Block
  readonly shared: { readonly 'aria-describedby': string | undefined; readonly className: string }
  readonly children: ReactNode
}

/** An image or embedded page is never loaded: its words and address stand for it. */
function MediaCard({ block, shared, children }: CardProps) {
  const Icon = block.kind === 'image' ? Image : AppWindow
  return (
    <div {...shared}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      <div>
        <p className="card-name" data-not-text>
          {t(block.kind === 'image' ? 'card.image' : 'card.embed')}
        </p>
        {block.text !== '' && <p>{children}</p>}
        {block.src !== undefined && (
          <p className="card-address" data-not-text>
            {block.src}
          </p>
        )}
      </div>
    </div>
  )
}
