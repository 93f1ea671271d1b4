import { ArrowLeft, GitCompareArrows, BookOpen } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { Timemap } from '../../domain/timemap.ts'
import { usePlace } from '../app/PlaceContext.tsx'
import { useContent, useTimemap } from '../app/queries.ts'
import { LoadingText } from '../compare/LoadingText.tsx'
import { TextError } from '../compare/TextError.tsx'
import { clock } from '../ui/clock.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { FoundText } from './FoundText.tsx'
import { useSearch } from './SearchContext.tsx'
import type { Found } from './searching.ts'

interface Props {
  readonly found: Found
  readonly onBack: (() => void) | null
}

/** The last version that has what was found, and the way to the version without it. */
export function FoundReader({ found, onBack }: Props) {
  return <Version key={`${found.hit.article.id} ${found.hit.shown.revision} ${found.text}`} {...{ found, onBack }} />
}

function Version({ found, onBack }: Props) {
  const { hit } = found
  const { article } = hit
  const [revision, setRevision] = useState(hit.shown.revision)
  const timemap = useTimemap(article.id)
  const content = useContent(revision)
  const error = content.error ?? timemap.error
  const retry = () => void Promise.all([content.refetch(), timemap.refetch()])
  return (
    <main className="reader" aria-label={t('search.reader')} data-pane="reader">
      <div className="bar reader-bar">
        {onBack !== null && (
          <IconButton icon={ArrowLeft} large mirrored label={t('search.reader.back')} onPress={onBack} />
        )}
        {timemap.data !== undefined && (
          <Versions {...{ found, revision }} timemap={timemap.data} onChoose={setRevision} />
        )}
        <span className="grow" />
        <Onward found={found} />
      </div>
      {error !== null && <TextError error={error} onRetry={retry} inline={false} />}
      {error === null && content.data === undefined && (
        <LoadingText article={article} words={t('search.reader.opening', { version: hit.shown.label })} />
      )}
      {content.data !== undefined && (
        <FoundText {...{ found }} content={content.data} isShown={revision === hit.shown.revision} />
      )}
    </main>
  )
}

interface VersionsProps {
  readonly found: Found
  readonly timemap: Timemap
  readonly revision: number
  readonly onChoose: (revision: number) => void
}

/** Which version is read, and whether it has the text. */
function Versions({ found, timemap, revision, onChoose }: VersionsProps) {
  const { revisions } = timemap
  const index = revisions.findIndex(({ id }) => id === revision)
  const current = revisions[index]
  if (current === undefined) return null
  return (
    <>
      <Menu
        label={t('search.reader.version')}
        current={String(revision)}
        choices={revisions.toReversed().map(({ id, label, at }) => {
          const words = `v${label}  ${clock.moment(at)}`
          return { key: String(id), content: words, text: words }
        })}
        onChoose={(key) => onChoose(Number(key))}
      >
        <b>v{current.label}</b> <span>{clock.moment(current.at)}</span>
      </Menu>
      <span className="found-words">{versionWords(found, index, revision)}</span>
    </>
  )
}

function versionWords({ hit }: Found, index: number, revision: number): string {
  if (revision === hit.shown.revision) return t(hit.gone === null ? 'search.reader.newest' : 'search.reader.last')
  return t(hit.versions[index] === '1' ? 'search.reader.has' : 'search.reader.without')
}

/** To the two versions between which the text came or went; where it never did, to the article. */
function Onward({ found }: { readonly found: Found }) {
  const { place, go } = usePlace()
  const { take } = useSearch()
  const { article, pair, gone, shown } = found.hit
  const open = () => {
    take({ type: 'compared', before: place })
    go({ type: 'open', article: article.id, unseen: article.unseen, show: true })
    if (pair === null) return go({ type: 'view', view: 'read' })
    go({ type: 'pair', article: article.id, pair })
    go({ type: 'view', view: 'inline' })
  }
  const Icon = pair === null ? BookOpen : GitCompareArrows
  return (
    <button type="button" className="button" onClick={open}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      {pair === null
        ? t('search.reader.open')
        : gone !== null && pair.older === shown.revision
          ? t('search.reader.compare', { version: gone.label })
          : t('search.reader.change')}
    </button>
  )
}
