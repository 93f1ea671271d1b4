import { FolderOpen, HardDrive, PanelLeft, Plus } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import { useImports } from '../app/ImportContext.tsx'
import { useStartTour } from '../tour/TourContext.tsx'
import { clock } from '../ui/clock.ts'

interface Props {
  readonly onAdd: () => void
  /** Shows the sidebar, where it is hidden. */
  readonly onShowSidebar: (() => void) | null
}

/** One invented article whose headline changed twice. */
const headlines = [
  { version: '1', at: '2026-03-03T09:12:00', text: 'welcome.first' },
  { version: '3', at: '2026-03-03T12:40:00', text: 'welcome.second' },
  { version: '5', at: '2026-03-04T08:15:00', text: 'welcome.third' }
] as const

/** What stands where the library is empty. */
export function Welcome({ onAdd, onShowSidebar }: Props) {
  const { openSample, chooseFiles, busy } = useImports()
  const startTour = useStartTour()
  return (
    <main className="welcome scroller" aria-label={t('welcome.label')} data-pane="reader">
      {onShowSidebar !== null && (
        <button
          type="button"
          className="icon-button welcome-side"
          aria-label={t('app.showSidebar')}
          title={t('app.showSidebar')}
          onClick={onShowSidebar}
        >
          <PanelLeft className="icon" strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <div className="welcome-column">
        <HeadlineLadder />
        <h1>{t('welcome.title')}</h1>
        <p className="welcome-lede">{t('welcome.lede')}</p>
        <div className="welcome-acts">
          <button
            type="button"
            className="button button-primary button-large"
            data-focus
            disabled={busy}
            onClick={() => void openSample().then((opened) => opened && startTour())}
          >
            {busy ? t('welcome.openingSample') : t('welcome.sample')}
          </button>
          <button type="button" className="button button-large" onClick={onAdd}>
            <Plus className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
            {t('welcome.add')}
          </button>
          <button type="button" className="button button-large" onClick={() => void chooseFiles()}>
            <FolderOpen className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
            {t('welcome.open')}
          </button>
        </div>
        <p className="welcome-fine">{t('welcome.drop')}</p>
        <p className="welcome-fine welcome-local">
          <HardDrive className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
          {t('welcome.local')}
        </p>
      </div>
    </main>
  )
}

function HeadlineLadder() {
  const last = headlines.length - 1
  return (
    <ol className="ladder" aria-label={t('welcome.ladder')}>
      {headlines.map(({ version, at, text }, n) => (
        <li key={version} className={n === last ? 'rung rung-now' : 'rung'}>
          <span className="rung-when">
            <b>v{version}</b> {clock.moment(at)}
          </span>
          <span className="rung-words">{n === last ? t(text) : <del className="whole">{t(text)}</del>}</span>
        </li>
      ))}
    </ol>
  )
}
