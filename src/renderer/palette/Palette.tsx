import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField
} from 'react-aria-components'
import { t } from '../../catalogue/words.ts'
import type { Counts } from '../../contract/lists.ts'
import { useSearch } from '../search/SearchContext.tsx'
import { focusSearchField } from '../search/SearchField.tsx'
import { shown, type Entry, type Shown } from './entries.ts'
import { useArticleEntries } from './useArticleEntries.ts'
import { useActionEntries, useListEntries, useSavedEntries, useVersionEntries } from './useEntries.ts'
import { recentArticles, useRecentCommands } from './useRecentCommands.ts'
import { useSettingEntries } from './useSettingEntries.ts'

interface Props {
  readonly counts: Counts
  /** What is typed from the start. */
  readonly text: string
  readonly onClose: () => void
}

/** One field for everything that can be done or opened; arrows move, Enter does it, Esc closes. */
export function Palette({ counts, text: first, onClose }: Props) {
  const [text, setText] = useState(first)
  const { recent, remember } = useRecentCommands()
  const groups = useShown(counts, text, recent)
  const choose = (entry: Entry) => {
    if (entry.key !== searchKey) remember(entry.key)
    onClose()
    // What is done may itself open a dialog, or move the focus: first this one is gone.
    setTimeout(entry.run)
  }
  const byKey = new Map(groups.flatMap((group) => group.entries).map((entry) => [entry.key, entry]))
  const changed = (isOpen: boolean) => {
    if (!isOpen) onClose()
  }
  return (
    <ModalOverlay className="shade" data-overlay="modal" isOpen isDismissable onOpenChange={changed}>
      <Modal className="dialog palette">
        <Dialog className="palette-inside" aria-label={t('palette.title')}>
          <Autocomplete inputValue={text} onInputChange={setText}>
            <Field />
            <ListBox
              className="palette-list scroller"
              aria-label={t('palette.title')}
              items={groups.map((group) => ({ ...group, id: group.group }))}
              onAction={(key) => {
                const entry = byKey.get(String(key))
                if (entry !== undefined) choose(entry)
              }}
            >
              {(group) => (
                <ListBoxSection id={group.id}>
                  <Header>{t(`palette.group.${group.group}`)}</Header>
                  <Collection items={group.entries.map((entry) => ({ ...entry, id: entry.key }))}>
                    {(entry) => <Item entry={entry} />}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Field() {
  return (
    // The reader has just asked for it.
    // oxlint-disable-next-line jsx-a11y/no-autofocus
    <TextField className="palette-field" aria-label={t('palette.field')} autoFocus>
      <Input
        // A native list of suggestions holds lines of text, not rows; the widget says which list is its own.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props
        role="combobox"
        aria-expanded="true"
        aria-haspopup="listbox"
        placeholder={t('palette.field')}
        spellCheck={false}
        dir="auto"
        maxLength={200}
      />
      <Search className="icon" strokeWidth={1.75} aria-hidden="true" />
    </TextField>
  )
}

function Item({ entry }: { readonly entry: Entry }) {
  const { key, icon: Icon, words, note, below, keys, lang, dir } = entry
  const said = [words, note, below].filter((part) => part !== undefined).join(', ')
  return (
    <ListBoxItem id={key} className="palette-item" textValue={said}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      <span className="palette-words" lang={lang} dir={dir}>
        {words}
      </span>
      {note !== undefined && (
        <span className="palette-note" dir="auto">
          {note}
        </span>
      )}
      {keys !== undefined && <kbd>{keys}</kbd>}
      {below !== undefined && (
        <span className="palette-below" lang={lang} dir={dir}>
          {below}
        </span>
      )}
    </ListBoxItem>
  )
}

const searchKey = 'search-versions'

/** What is meant; where nothing is called so, the way to search the texts for it. */
function useShown(counts: Counts, text: string, recent: readonly string[]): readonly Shown[] {
  const { entries: articles, isSettled } = useArticleEntries(text, recentArticles(recent))
  const search = useSearchEntry(text.trim())
  const actions = useActionEntries()
  const versions = useVersionEntries()
  const lists = useListEntries(counts)
  const saved = useSavedEntries()
  const settings = useSettingEntries()
  const found = useMemo(
    () => shown([...actions, ...versions, ...lists, ...saved, ...settings, ...articles], text, recent),
    [actions, versions, lists, saved, settings, articles, text, recent]
  )
  const isNothing = found.length === 0 && isSettled && text.trim() !== ''
  return isNothing ? [{ group: 'actions', entries: [search] }] : found
}

function useSearchEntry(text: string): Entry {
  const { take } = useSearch()
  const run = () => {
    take({ type: 'text', text })
    focusSearchField()
  }
  return { key: searchKey, group: 'actions', icon: Search, words: t('palette.search', { text }), run }
}
