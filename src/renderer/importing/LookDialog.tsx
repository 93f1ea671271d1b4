import { CircleAlert, CircleCheck, Copy, FileX, GitPullRequestArrow, Link, Rss, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Looked, LookedFile } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { countOf, isNoArticle } from '../app/importWords.ts'
import { Count } from '../dialogs/Count.tsx'
import { lastPart } from '../export/names.ts'
import { clock } from '../ui/clock.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keyed } from '../ui/keyed.ts'
import { AboutLines } from './AboutLines.tsx'
import { formatWords } from './formatWords.ts'
import { ownZone, ZoneField } from './ZoneField.tsx'

interface Props {
  readonly paths: readonly string[]
  readonly looked: Looked
  /** Adds it all, with the zone that was chosen where one was asked for. */
  readonly onAdd: (zone: string | null) => void
  readonly onClose: () => void
}

/** What files hold, who says that they made them, and what adding them would do; nothing is stored yet. */
export function LookDialog({ paths, looked, onAdd, onClose }: Props) {
  const [zone, setZone] = useState(ownZone)
  const asksZone = looked.files.some((file) => file.isZoneGuessed)
  const adds = looked.newArticles + looked.newRevisions + looked.feeds + looked.addresses
  return (
    <Dialog
      title={paths.length === 1 ? lastPart(paths[0]!) : t('imported.title', { n: paths.length })}
      onClose={onClose}
      footer={
        <>
          <span className="look-nothing">{t('look.nothingYet')}</span>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('export.cancel')}
          </button>
          <button
            type="button"
            className="button button-primary"
            data-first
            disabled={adds === 0}
            onClick={() => onAdd(asksZone ? zone : null)}
          >
            {t('look.add')}
          </button>
        </>
      }
    >
      {keyed(looked.files.slice(0, mostFiles), ({ name }) => name).map(({ key, item }) => (
        <Holds key={key} file={item} isOnly={looked.files.length === 1} />
      ))}
      {looked.files.length > mostFiles && (
        <p className="help">{t('look.moreFiles', { n: looked.files.length - mostFiles })}</p>
      )}
      {asksZone && <ZoneField zone={zone} onZone={setZone} />}
      <Counts looked={looked} />
    </Dialog>
  )
}

/** So many files are told one by one. */
const mostFiles = 20

function Holds({ file, isOnly }: { readonly file: LookedFile; readonly isOnly: boolean }) {
  const { name, format, articles, versions, from, to, about } = file
  const holds = t('look.holds', { articles, versions })
  const what = format === null ? t('look.unknown') : formatWords(format)
  return (
    <section className="look-file">
      {!isOnly && <h3 dir="auto">{name}</h3>}
      <p>{format === null ? what : t('look.what', { format: what, holds })}</p>
      {from !== null && to !== null && <p className="help">{timesWords(clock.moment(from), clock.moment(to))}</p>}
      {about !== null && <AboutLines about={about} />}
    </section>
  )
}

/** What is seen within a minute is told as one time. */
const timesWords = (from: string, to: string): string =>
  from === to ? t('look.time', { at: from }) : t('look.times', { from, to })

function Counts({ looked }: { readonly looked: Looked }) {
  const { newArticles, newRevisions, alreadyThere, deleted, feeds, addresses, refused, refusedCount } = looked
  const others = refused.filter(isNoArticle)
  const bad = refused.filter((one) => !isNoArticle(one))
  return (
    <ul className="import-counts">
      <Count icon={CircleCheck} words={t('imported.newArticles')} n={newArticles} />
      <Count icon={GitPullRequestArrow} words={t('look.versions')} n={newRevisions} />
      <Count icon={Copy} words={t('look.known')} n={alreadyThere} />
      {deleted > 0 && <Count icon={Trash2} words={t('imported.inTrash')} n={deleted} />}
      {feeds > 0 && <Count icon={Rss} words={t('look.feeds')} n={feeds} />}
      {addresses > 0 && <Count icon={Link} words={t('look.addresses')} n={addresses} />}
      {others.length > 0 && (
        <Count icon={FileX} words={t('imported.notArticles')} n={countOf(others)} reasons={others} />
      )}
      {bad.length > 0 && (
        <Count
          icon={CircleAlert}
          words={t('imported.unreadable')}
          n={refusedCount - countOf(others)}
          reasons={bad}
          isBad
        />
      )}
    </ul>
  )
}
