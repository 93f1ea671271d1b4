import type { ArticleRow } from '../../contract/lists.ts'
import type { Tracking } from '../../contract/tracking.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { locale, t } from '../../catalogue/words.ts'
import { useTracking } from '../tracking/queries.ts'
import { clock } from '../ui/clock.ts'
import { useNow } from '../ui/useNow.ts'
import { sizeWords } from '../ui/words.ts'
import { Fact } from './Fact.tsx'
import { Headlines } from './Headlines.tsx'
import { toTheSecond } from './moments.ts'
import { useArticleBytes } from './queries.ts'
import { shortAddress } from './versionWords.ts'

interface Props {
  readonly row: ArticleRow
  readonly timemap: Timemap
}

/** What is known of an article as a whole. */
export function ArticleTab({ row, timemap }: Props) {
  const { article, revisions, captures } = timemap
  const tracking = useTracking(article.url === null ? null : article.id).data
  const bytes = useArticleBytes(article.id).data
  const checks = captures.reduce((sum, { count }) => sum + count, 0)
  const addresses = tracking?.addresses.map(({ url }) => url) ?? []
  const all = addresses.length > 0 ? addresses : article.url === null ? [] : [article.url]
  return (
    <>
      <h2 className="article-name">
        <bdi lang={article.lang ?? undefined}>{article.headline}</bdi>
      </h2>
      <dl className="inspector-facts">
        <Fact name={t('inspector.source')}>
          <bdi>{article.source}</bdi>
        </Fact>
        <Fact name={t('inspector.folder')}>
          <bdi>{row.folder ?? t('inspector.noFolder')}</bdi>
        </Fact>
        <Schedule tracking={tracking} />
        <Fact name={t('inspector.firstCaptured')}>{toTheSecond(revisions[0]!.at)}</Fact>
        <Fact name={t('inspector.versions')}>{revisions.length.toLocaleString(locale())}</Fact>
        <Fact name={t('inspector.checks')}>{Math.max(checks, tracking?.checks ?? 0).toLocaleString(locale())}</Fact>
        {all.length > 0 && (
          <Fact name={t('inspector.addresses', { n: all.length })}>
            {all.map((url) => (
              <bdi className="fact-address fact-line" key={url} title={url}>
                {shortAddress(url)}
              </bdi>
            ))}
          </Fact>
        )}
        {bytes !== undefined && <Fact name={t('inspector.onDisk')}>{sizeWords(bytes)}</Fact>}
      </dl>
      <Headlines revisions={revisions} />
    </>
  )
}

function Schedule({ tracking }: { readonly tracking: Tracking | undefined }) {
  const now = useNow()
  if (tracking === undefined) return <Fact name={t('inspector.schedule')}>{t('inspector.notFollowed')}</Fact>
  const { pace, lastAt, nextAt } = tracking
  return (
    <>
      <Fact name={t('inspector.schedule')}>{t('inspector.pace', { pace })}</Fact>
      {lastAt !== null && <Fact name={t('inspector.lastCheck')}>{clock.moment(lastAt)}</Fact>}
      {pace !== 'paused' && <Fact name={t('inspector.nextCheck')}>{nextWords(nextAt, now)}</Fact>}
    </>
  )
}

function nextWords(nextAt: string | null, now: number): string {
  if (nextAt === null) return t('inspector.noNext')
  return Date.parse(nextAt) <= now ? t('inspector.due') : clock.moment(nextAt)
}
