import { ArrowDown, ArrowUp, Minus, Plus } from 'lucide-react'
import type { Row } from './rows.ts'

const discs = { added: Plus, removed: Minus, up: ArrowUp, down: ArrowDown, none: null } as const

/** The bar beside a changed block, and a disc where the whole block came, went or moved. */
export function Gutter({ row }: { readonly row: Row }) {
  const Icon = discs[discOf(row)]
  return (
    <div className="gutter" aria-hidden="true">
      <span className="gutter-bar" />
      {Icon !== null && (
        <span className="gutter-disc">
          <Icon className="icon" strokeWidth={2.5} />
        </span>
      )}
    </div>
  )
}

function discOf(row: Row): keyof typeof discs {
  if (row.kind === 'added' || row.kind === 'removed') return row.kind
  return row.kind === 'moved' ? (row.move?.direction ?? 'up') : 'none'
}
