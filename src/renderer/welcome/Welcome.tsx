import { FolderOpen, HardDrive, PanelLeft, Plus } from 'lucide-react'
import { useImports } from '../app/ImportContext.tsx'
import { useStartTour } from '../tour/TourContext.tsx'

interface Props {
  readonly onAdd: () => void
  /** Shows the sidebar, where it is hidden. */
  readonly onShowSidebar: (() => void) | null
}

const headlines = [
  {
    version: 'v1',
    time: 'Tue 3 Mar, 09:12',
    text: 'Council to move 40 households out of Quay Row for sea wall repairs'
  },
  { version: 'v3', time: 'Tue 3 Mar, 12:40', text: 'Up to 60 households must leave Quay Row for sea wall repairs' },
  {
    version: 'v5',
    time: 'Wed 4 Mar, 08:15',
    text: 'Quay Row families ‘will have a choice’ over sea wall move, says council'
  }
]

/** What stands where the library is empty. */
export function Welcome({ onAdd, onShowSidebar }: Props) {
  const { openSample, chooseFiles, busy } = useImports()
  const startTour = useStartTour()
  return (
    <main className="welcome scroller" aria-label="Welcome" data-pane="reader">
      {onShowSidebar !== null && (
        <button
          type="button"
          className="icon-button welcome-side"
          aria-label="Show sidebar"
          title="Show sidebar"
          onClick={onShowSidebar}
        >
          <PanelLeft className="icon" strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <div className="welcome-column">
        <HeadlineLadder />
        <h1>See what the page used to say</h1>
        <p className="welcome-lede">
          Palimpsest keeps every version of the articles you follow and shows you what changed between them: headlines,
          figures, quotes, and paragraphs that are no longer there.
        </p>
        <div className="welcome-acts">
          <button
            type="button"
            className="button button-primary button-large"
            data-focus
            disabled={busy}
            onClick={() => void openSample().then((opened) => opened && startTour())}
          >
            {busy ? 'Opening the sample library' : 'Open the sample library'}
          </button>
          <button type="button" className="button button-large" onClick={onAdd}>
            <Plus className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
            Add an article or feed
          </button>
          <button type="button" className="button button-large" onClick={() => void chooseFiles()}>
            <FolderOpen className="icon icon-lg" strokeWidth={1.75} aria-hidden="true" />
            Open a file
          </button>
        </div>
        <p className="welcome-fine">Or drop links and files anywhere in this window.</p>
        <p className="welcome-fine welcome-local">
          <HardDrive className="icon icon-sm" strokeWidth={1.75} aria-hidden="true" />
          Everything stays on this computer. No account.
        </p>
      </div>
    </main>
  )
}

function HeadlineLadder() {
  const last = headlines.length - 1
  return (
    <ol className="ladder" aria-label="One article, three headlines">
      {headlines.map(({ version, time, text }, n) => (
        <li key={version} className={n === last ? 'rung rung-now' : 'rung'}>
          <span className="rung-when">
            <b>{version}</b> {time}
          </span>
          <span className="rung-words">{n === last ? text : <del className="whole">{text}</del>}</span>
        </li>
      ))}
    </ol>
  )
}
