import { Copy } from 'lucide-react'
import type { Captured } from '../../contract/captured.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { t } from '../../catalogue/words.ts'
import { useActs } from '../app/ActsContext.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { exact } from '../ui/time.ts'
import { Fact } from './Fact.tsx'
import { ImportedFacts } from './ImportedFacts.tsx'
import { observedWords, toTheSecond } from './moments.ts'
import { changeWords, claimWords, countWords, grouped, responseWords, shortAddress } from './versionWords.ts'

interface Props {
  readonly captured: Captured
  readonly revision: RevisionInfo
  readonly before: RevisionInfo | undefined
  /** The article's own address. */
  readonly url: string | null
}

/** What was observed of a version, and then what the page says of itself. */
export function CapturedFacts({ captured, revision, before, url }: Props) {
  const { claims, bodySize, origin } = captured
  const [visible, data] = [claimWords(claims, 'visible'), claimWords(claims, 'metadata')]
  return (
    <dl className="inspector-facts">
      <Fact name={t('inspector.captured')}>
        <time dateTime={captured.at} title={exact(captured.at)}>
          {toTheSecond(captured.at)}
        </time>
      </Fact>
      <Fact name={t('inspector.observed')}>{observedWords(revision)}</Fact>
      <Fact name={t('inspector.response')}>{responseWords(captured)}</Fact>
      <Addresses {...{ captured, url }} />
      <Fact name={t('inspector.size')}>
        {bodySize === null ? t('inspector.notKept') : t('inspector.bytes', { n: bodySize })}
      </Fact>
      <Fact name={t('inspector.words')}>{countWords(revision, before)}</Fact>
      {before !== undefined && <Fact name={t('inspector.change')}>{changeWords(revision, before)}</Fact>}
      <Fact name={t('inspector.pageSays')}>
        {visible.length === 0 ? t('inspector.saysNothing') : <Lines lines={visible} />}
      </Fact>
      {data.length > 0 && (
        <Fact name={t('inspector.pageData')}>
          <Lines lines={data} />
        </Fact>
      )}
      <Fact name={t('inspector.canonical')}>{url === null ? t('inspector.noAddress') : <Address url={url} />}</Fact>
      <Hash {...captured} />
      <Fact name={t('inspector.record')}>{t('inspector.recordPlace', { seq: captured.seq })}</Fact>
      <Fact name={t('inspector.readBy')}>{t('inspector.readByWords', { ...readers(captured) })}</Fact>
      <Fact name={t('inspector.cameFrom')}>
        <bdi>{origin === null ? t('inspector.ownCheck') : t('inspector.fromFile', { file: origin })}</bdi>
      </Fact>
      {captured.imported !== null && <ImportedFacts imported={captured.imported} />}
    </dl>
  )
}

const readers = ({ extractor, software }: Captured) => ({ extractor, software })

/** The addresses that were asked and that answered, where they are not the article's own. */
function Addresses({ captured, url }: Pick<Props, 'captured' | 'url'>) {
  const { url: asked, finalUrl } = captured
  return (
    <>
      {asked !== null && asked !== url && (
        <Fact name={t('inspector.asked')}>
          <Address url={asked} />
        </Fact>
      )}
      {finalUrl !== null && finalUrl !== asked && (
        <Fact name={t('inspector.answeredAt')}>
          <Address url={finalUrl} />
        </Fact>
      )}
    </>
  )
}

const Address = ({ url }: { readonly url: string }) => (
  <bdi className="fact-address" title={url}>
    {shortAddress(url)}
  </bdi>
)

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <bdi className="fact-line" key={line}>
        {line}
      </bdi>
    ))}
  </>
)

/** The hash of the stored bytes; of the text alone, where nobody had any bytes. */
function Hash({ bodyHash, textHash }: Captured) {
  const { tell, tellFailure } = useActs()
  const hash = bodyHash ?? textHash
  const copy = () => {
    navigator.clipboard.writeText(hash).then(() => tell(t('inspector.shaCopied')), tellFailure)
  }
  return (
    <div className="fact fact-hash">
      <dt>
        {bodyHash === null ? t('inspector.shaOfText') : t('inspector.sha')}
        <IconButton icon={Copy} label={t('inspector.copySha')} onPress={copy} />
      </dt>
      <dd className="mono" dir="ltr">
        {grouped(hash)}
      </dd>
    </div>
  )
}
