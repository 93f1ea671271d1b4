import { direction } from '../../catalogue/words.ts'
import { EyeOff } from 'lucide-react'
import type { ClaimLine } from './claims.ts'
import { Told } from './Told.tsx'

/** What the page says of itself, in its words, and what was observed since. */
export function Claims({ lines }: { readonly lines: readonly ClaimLine[] }) {
  return (
    <div className="row" data-not-text>
      <div className="row-text claims" dir={direction()}>
        {lines.map((line) => (
          <p key={line.key}>
            {line.outrun && <EyeOff className="icon" strokeWidth={1.75} aria-hidden="true" />}
            <span>
              <Told say={line.lead} with={{ words: <bdi>{line.words}</bdi> }} /> {line.after}
            </span>
          </p>
        ))}
      </div>
    </div>
  )
}
