import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { Counts, SourceCount } from '../../contract/lists.ts'
import { locale, t } from '../../catalogue/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { shortened } from '../ui/words.ts'
import { folderNames } from './folders.ts'
import { useFile } from './useFile.ts'

interface Props {
  readonly sources: readonly SourceCount[]
  readonly counts: Counts
  readonly onClose: () => void
}

/** Asks for the folder that sources shall lie in: one that is there, a new one, or none. */
export function MoveDialog({ sources, counts, onClose }: Props) {
  const { move } = useFile()
  const names = folderNames(counts)
  const none = t('filing.noFolder')
  const [name, setName] = useState(sources[0]?.folder ?? '')
  const wanted = name.trim()
  const isNew = wanted !== '' && wanted !== none && !names.includes(wanted)
  const take = (folder: string) => {
    onClose()
    move(sources, folder === none || folder === '' ? null : folder)
  }
  return (
    <Dialog
      title={t('filing.title.articles', { n: sources.length, name: shortened(sources[0]?.name ?? '', 40) })}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="button" onClick={onClose}>
            {t('filing.cancel')}
          </button>
          <button type="button" className="button button-primary" onClick={() => take(wanted)}>
            {t(isNew ? 'filing.make' : 'filing.act')}
          </button>
        </>
      }
    >
      <p className="filing-help">{helpWords(sources)}</p>
      <ComboBox
        className="filing-folder"
        allowsCustomValue
        allowsEmptyCollection={false}
        menuTrigger="input"
        inputValue={name}
        onInputChange={setName}
        defaultItems={[none, ...names].map((folder) => ({ id: folder }))}
        // What opened the dialog asked for this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      >
        <Label className="label">{t('filing.folder')}</Label>
        <div className="filing-field">
          <Input
            className="field-line"
            maxLength={200}
            data-first
            onKeyDown={(event) => {
              // With the list open, Enter takes what it names.
              if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-expanded') !== 'true') take(wanted)
            }}
          />
          <Button className="icon-button" aria-label={t('filing.show')}>
            <ChevronDown className="icon" strokeWidth={1.75} aria-hidden="true" />
          </Button>
        </div>
        <Text slot="description" className="help">
          {t('filing.folderHelp')}
        </Text>
        <Popover className="popover filing-popover" data-overlay="popover" offset={4}>
          <ListBox className="menu scroller">
            {({ id }: { readonly id: string }) => (
              <ListBoxItem id={id} className="option" textValue={id}>
                <bdi>{id}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </Dialog>
  )
}

/** Whose articles move: a reader who files an article files all of its source. */
function helpWords(sources: readonly SourceCount[]): string {
  const n = sources.reduce((sum, { articles }) => sum + articles, 0)
  const names = new Intl.ListFormat(locale()).format(sources.slice(0, 4).map(({ name }) => name))
  return t(sources.length === 1 ? 'filing.help' : 'filing.helpMany', { sources: names, n })
}
