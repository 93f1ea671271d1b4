import type { KeyboardEvent } from 'react'
import { t, type Key } from '../../catalogue/words.ts'
import { arrowsAlong } from '../ui/arrows.ts'
import { addTabs, type AddTab } from './draft.ts'

const names: Readonly<Record<AddTab, Key>> = { link: 'add.link', paste: 'add.paste', files: 'add.files' }

/** The three ways to add something; arrows move between them. */
export function TabList({ tab, onTab }: { readonly tab: AddTab; readonly onTab: (tab: AddTab) => void }) {
  const moved = (event: KeyboardEvent) => {
    const { back, onward } = arrowsAlong()
    const by = { [back]: -1, [onward]: 1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const other = addTabs[(addTabs.indexOf(tab) + by + addTabs.length) % addTabs.length]!
    onTab(other)
    document.getElementById(`add-${other}`)?.focus()
  }
  return (
    <div className="segmented" role="tablist" aria-label={t('add.what')}>
      {addTabs.map((one) => (
        <button
          key={one}
          id={`add-${one}`}
          type="button"
          role="tab"
          aria-selected={one === tab}
          aria-controls="add-panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onTab(one)}
          onKeyDown={moved}
        >
          {t(names[one])}
        </button>
      ))}
    </div>
  )
}
