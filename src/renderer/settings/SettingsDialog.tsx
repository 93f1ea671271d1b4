import { useState, type ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { CheckingPage } from './CheckingPage.tsx'
import { GeneralPage } from './GeneralPage.tsx'
import { KeyboardPage } from './KeyboardPage.tsx'
import { NotificationsPage } from './NotificationsPage.tsx'
import { ReadingPage } from './ReadingPage.tsx'
import { StoragePage } from './StoragePage.tsx'
import './settings.css'

const pages = {
  general: GeneralPage,
  reading: ReadingPage,
  checking: CheckingPage,
  notifications: NotificationsPage,
  storage: StoragePage,
  keyboard: KeyboardPage
} as const satisfies Record<string, ComponentType<PageProps>>
type SettingsPage = keyof typeof pages
const names = Object.keys(pages) as readonly SettingsPage[]

export interface PageProps {
  /** Closes the settings, where something else opens instead. */
  readonly onClose: () => void
}

/** What the reader can choose, page by page; a choice holds at once. */
export function SettingsDialog({ onClose }: PageProps) {
  const [page, setPage] = useState<SettingsPage>('general')
  return (
    <Dialog wide title={t('settings.title')} onClose={onClose}>
      <Tabs
        className="settings"
        orientation="vertical"
        selectedKey={page}
        onSelectionChange={(key) => setPage(names.find((name) => name === key) ?? page)}
      >
        <TabList className="settings-tabs" aria-label={t('settings.title')}>
          {names.map((name) => (
            <Tab key={name} id={name} className="nav-item" {...(name === page ? { 'data-first': '' } : {})}>
              {t(`settings.${name}`)}
            </Tab>
          ))}
        </TabList>
        {names.map((name) => {
          const Page = pages[name]
          return (
            <TabPanel key={name} id={name} className="settings-page scroller">
              <Page onClose={onClose} />
            </TabPanel>
          )
        })}
      </Tabs>
    </Dialog>
  )
}
