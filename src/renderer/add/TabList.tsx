import type { KeyboardEvent } from 'react'
import { arrowsAlong } from '../ui/arrows.ts'
import { addTabs, type AddTab } from './draft.ts'

const names: Readonly<Record<AddTab, string>> = { link: 'Link', paste: 'Paste text', files: 'Files' }

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
    <div className="segmented" role="tablist" aria-label="What to add">
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
          {names[one]}
        </button>
      ))}
    </div>
  )
}
