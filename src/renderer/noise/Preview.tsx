import type { NoisePreview } from '../../contract/noise.ts'
import { t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'
import { keyed } from '../ui/keyed.ts'
import { BeforeAfter } from './BeforeAfter.tsx'

/** What a rule would fold in the versions that are stored. */
export function Preview({ preview }: { readonly preview: NoisePreview | null }) {
  return (
    <section className="noise-preview" aria-labelledby="noise-preview">
      <h3 id="noise-preview">{t('noise.preview')}</h3>
      <output>{preview === null ? <p className="help">{t('noise.looking')}</p> : <Counts preview={preview} />}</output>
      {preview !== null && preview.samples.length > 0 && (
        <ul aria-label={t('noise.samples')}>
          {keyed(preview.samples, (one) => `${one.article} ${one.newer} ${one.before}`).map(({ key, item }) => (
            <li key={key}>
              <BeforeAfter before={item.before} after={item.after} />
              <p className="noise-of">
                <bdi>{item.headline}</bdi>
                <span>{t('noise.sample', { older: item.older, newer: item.newer, at: clock.moment(item.at) })}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Counts({ preview }: { readonly preview: NoisePreview }) {
  const { changes, versions, articles, looked, more, held } = preview
  return (
    <p>
      {t('noise.found', { changes, versions, articles })} {t(more ? 'noise.more' : 'noise.looked', { n: looked })}
      {held > 0 && ` ${t('noise.held', { n: held })}`}
    </p>
  )
}
