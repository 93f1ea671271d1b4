import { CircleAlert, CircleCheck, Clipboard, Link } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import type { SourceCount } from '../../contract/lists.ts'
import type { Looked } from '../../contract/tracking.ts'
import { valueOf } from '../app/ask.ts'
import { Told } from '../compare/Told.tsx'
import { allowName, foundWords, lookWords } from '../tracking/problemWords.ts'
import { keyed } from '../ui/keyed.ts'
import { shortened } from '../ui/words.ts'
import type { Draft } from './draft.ts'
import { FollowFields } from './FollowFields.tsx'
import { FoundList } from './FoundList.tsx'
import type { Links } from './useLinks.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly links: Links
  readonly onClose: () => void
}

/** Addresses, and what is there to be followed. */
export function LinkTab({ sources, draft, onDraft, links }: Props) {
  const looked = draft.found !== null && draft.found.at === draft.address ? draft.found.looked : null
  const found = looked === null ? null : foundWords(looked)
  const failed = links.error !== null || (looked !== null && found === null)
  const type = (address: string) => {
    links.forget()
    onDraft({ ...draft, address })
  }
  return (
    <div role="tabpanel" id="add-panel" aria-labelledby="add-link">
      <label className="label" htmlFor="add-address">
        {t('add.address')}
      </label>
      <span className="address-field">
        <Link className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
        <textarea
          id="add-address"
          data-first
          dir="ltr"
          rows={1}
          spellCheck={false}
          autoCapitalize="off"
          maxLength={100_000}
          placeholder="example.org/news/story"
          value={draft.address}
          aria-invalid={failed}
          aria-describedby="add-said"
          onChange={({ target }) => type(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            links.enter()
          }}
        />
      </span>
      <div id="add-said">
        {links.busy === 'looking' && <p className="help">{lookingWords(draft.address)}</p>}
        {links.busy !== 'looking' && found !== null && (
          <p className="found-line">
            <CircleCheck className="icon" strokeWidth={1.75} aria-hidden="true" />
            {found}
          </p>
        )}
        {links.error !== null && <FieldError words={links.error} />}
        {links.busy !== 'looking' && looked !== null && <Problems looked={looked} onAllow={links.allow} />}
        {draft.address === '' && <ClipboardOffer onTake={type} />}
      </div>
      {looked !== null && found !== null && <FoundList {...{ looked, draft, onDraft }} onOpen={links.open} />}
      {looked !== null && found !== null && <FollowFields {...{ sources, draft, onDraft }} />}
      {looked === null && draft.address !== '' && links.busy === 'none' && (
        <p className="help">{t('add.nothingSent')}</p>
      )}
    </div>
  )
}

function lookingWords(address: string): string {
  const lines = address.split('\n').filter((line) => line.trim() !== '')
  return lines.length === 1
    ? t('add.lookingAt', { address: shortened(lines[0]!.trim(), 60) })
    : t('add.lookingAtMany', { n: lines.length })
}

function FieldError({ words }: { readonly words: string }) {
  return (
    <p className="field-error" role="alert">
      <CircleAlert className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>{words}</span>
    </p>
  )
}

/** So many addresses that led nowhere are named. */
const mostNamed = 8

function Problems({
  looked,
  onAllow
}: {
  readonly looked: readonly Looked[]
  readonly onAllow: (host: string) => void
}) {
  const failed = looked.filter(({ problem }) => problem !== null)
  return (
    <>
      {keyed(failed.slice(0, mostNamed), ({ address }) => address).map(({ key, item }) => (
        <div key={key}>
          <FieldError words={problemOf(item, looked.length > 1)} />
          {item.problem?.code === 'refused-address' && allowName(item.address) !== '' && (
            <button type="button" className="button allow-host" onClick={() => onAllow(allowName(item.address))}>
              {t('add.allow', { host: allowName(item.address) })}
            </button>
          )}
        </div>
      ))}
      {failed.length > mostNamed && <p className="help">{t('add.moreAddresses', { n: failed.length - mostNamed })}</p>}
    </>
  )
}

/** What is in the way; with the address where there are several. */
function problemOf(item: Looked, isOneOfMany: boolean): string {
  const words = lookWords(item) ?? ''
  return isOneOfMany ? t('add.problemAt', { address: shortened(item.address, 60), words }) : words
}

/** A link on the clipboard is offered; it is sent nowhere before Find. */
function ClipboardOffer({ onTake }: { readonly onTake: (address: string) => void }) {
  const [link, setLink] = useState<string | null>(null)
  useEffect(() => {
    let here = true
    void valueOf(window.palimpsest.shell.clipboardLink({})).then(
      (found) => here && setLink(found),
      () => undefined
    )
    return () => {
      here = false
    }
  }, [])
  if (link === null) return <p className="help">{t('add.several')}</p>
  return (
    <button type="button" className="offer" title={link} onClick={() => onTake(link)}>
      <Clipboard className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span>
        <Told
          say="add.clipboard"
          with={{ link: <bdi>{shortened(link.replace(/^https?:\/\/(www\.)?/u, ''), 60)}</bdi> }}
        />
      </span>
    </button>
  )
}
