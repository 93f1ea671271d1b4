import { t } from '../../catalogue/words.ts'

const scopes = ['pair', 'articles'] as const
export type Scope = (typeof scopes)[number]

interface Props {
  readonly scope: Scope
  readonly onScope: (scope: Scope) => void
}

/** Whether two versions are written, or the whole article. */
export function Scopes({ scope, onScope }: Props) {
  return (
    <fieldset className="export-scopes" aria-label={t('export.what')}>
      <div className="segmented segmented-radio">
        {scopes.map((one) => (
          <label key={one}>
            <input type="radio" name="export-scope" checked={scope === one} onChange={() => onScope(one)} />
            <span>{t(`export.scope.${one}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
