import { direction } from '../../catalogue/words.ts'
import type { ClaimLine } from './claims.ts'

export function Claims({ lines }: { readonly lines: readonly ClaimLine[] }) {
  return (
    <div className="row" data-not-text>
      <div className="row-text claims" dir={direction()}>
        {lines.map((line) => (
          <p key={line.key}>
            {line.lead} “<bdi>{line.words}</bdi>”.{line.after}
          </p>
        ))}
      </div>
    </div>
  )
}
