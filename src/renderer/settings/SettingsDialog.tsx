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
import { settingsPageName, settingsPages, type SettingsPage } from './pages.ts'
import './settings.css'

export interface PageProps {
  /** Closes the settings, where something else opens instead. */
  readonly onClose: () => void
}

const pages: Readonly<Record<SettingsPage, ComponentType<PageProps>>> = {
  general: GeneralPage,
  reading: ReadingPage,
  checking: CheckingPage,
  notifications: NotificationsPage,
  storage: StoragePage,
  keyboard: KeyboardPage
}

interface Props extends PageProps {
  /** The page that is shown first. */
  readonly first?: SettingsPage | undefined
}

/** What the reader can choose, page by page; a choice holds at once. */
export function SettingsDialog({ first = 'general', onClose }: Props) {
  const [page, setPage] = useState<SettingsPage>(first)
  return (
    <Dialog wide title={t('settings.title')} onClose={onClose}>
      <Tabs
        className="settings"
        orientation="vertical"
        selectedKey={page}
        onSelectionChange={(key) => setPage(settingsPages.find((name) => name === key) ?? page)}
      >
        <TabList className="settings-tabs" aria-label={t('settings.title')}>
          {settingsPages.map((name) => (
            <Tab key={name} id={name} className="nav-item" {...(name === page ? { 'data-first': '' } : {})}>
              {settingsPageName(name)}
            </Tab>
          ))}
        </TabList>
        {settingsPages.map((name) => {
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
