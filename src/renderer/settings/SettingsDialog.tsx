import { useRef, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckingPage } from './CheckingPage.tsx'
import { GeneralPage } from './GeneralPage.tsx'
import { NotificationsPage } from './NotificationsPage.tsx'
import { settingsPageName, settingsPages, type SettingsPage } from './pages.ts'
import './settings.css'

interface Props {
  /** The page that is shown first. */
  readonly first?: SettingsPage | undefined
  readonly onClose: () => void
}

/** What the reader can choose, page by page; a choice holds at once. */
export function SettingsDialog({ first = 'general', onClose }: Props) {
  const [page, setPage] = useState<SettingsPage>(first)
  return (
    <Dialog wide title="Settings" onClose={onClose}>
      <div className="settings">
        <Tabs page={page} onPage={setPage} />
        <div role="tabpanel" id="settings-panel" className="settings-page" aria-labelledby={`settings-${page}`}>
          {page === 'general' && <GeneralPage />}
          {page === 'checking' && <CheckingPage />}
          {page === 'notifications' && <NotificationsPage />}
        </div>
      </div>
    </Dialog>
  )
}

function Tabs({ page, onPage }: { readonly page: SettingsPage; readonly onPage: (page: SettingsPage) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const moved = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = settingsPages[(settingsPages.indexOf(page) + by + settingsPages.length) % settingsPages.length]!
    onPage(next)
    box.current?.querySelector<HTMLElement>(`#settings-${next}`)?.focus()
  }
  return (
    <div ref={box} className="settings-tabs" role="tablist" aria-label="Settings" aria-orientation="vertical">
      {settingsPages.map((name) => (
        <button
          key={name}
          id={`settings-${name}`}
          type="button"
          role="tab"
          className="nav-item"
          aria-selected={name === page}
          aria-controls="settings-panel"
          tabIndex={name === page ? 0 : -1}
          {...(name === page ? { 'data-first': '' } : {})}
          onClick={() => onPage(name)}
          onKeyDown={moved}
        >
          {settingsPageName(name)}
        </button>
      ))}
    </div>
  )
}
