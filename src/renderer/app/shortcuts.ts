/** The keys of the window, as the shortcuts sheet lists them. */
export interface Shortcut {
  readonly keys: readonly string[]
  readonly does: string
}

export const shortcuts: readonly { readonly title: string; readonly rows: readonly Shortcut[] }[] = [
  {
    title: 'Changes',
    rows: [
      { keys: ['N', 'F7'], does: 'Next change' },
      { keys: ['P', 'Shift F7'], does: 'Previous change' },
      { keys: ['E'], does: 'Open or close unchanged text' },
      { keys: ['H'], does: 'Show or hide every headline' },
      { keys: ['1'], does: 'Read one version' },
      { keys: ['2'], does: 'Compare two versions inline' }
    ]
  },
  {
    title: 'Versions',
    rows: [
      { keys: ['←', '→'], does: 'Newer version one back, one on' },
      { keys: ['Shift ←', 'Shift →'], does: 'Older version one back, one on' },
      { keys: ['Alt ←', 'Alt →'], does: 'Both versions one back, one on' },
      { keys: ['[', ']'], does: 'Previous, next neighbouring pair' },
      { keys: ['L'], does: 'Last change' },
      { keys: ['B'], does: 'Since last read' },
      { keys: ['A'], does: 'First against latest' },
      { keys: ['T'], does: 'Fold or show the timeline' }
    ]
  },
  {
    title: 'Articles and panes',
    rows: [
      { keys: ['Ctrl F'], does: 'Search versions' },
      { keys: ['J', '↓'], does: 'Next article' },
      { keys: ['K', '↑'], does: 'Previous article' },
      { keys: ['S'], does: 'Star, or remove the star' },
      { keys: ['M'], does: 'Mark as read, or the newest change as unread' },
      { keys: ['Delete'], does: 'Delete the article; on a version, that version' },
      { keys: ['Ctrl Z'], does: 'Undo' },
      { keys: ['Space'], does: 'Page down; at the end, the next unread article' },
      { keys: ['Shift Space'], does: 'Page up' },
      { keys: ['F6', 'Shift F6'], does: 'Next, previous pane' },
      { keys: ['?'], does: 'Show these shortcuts' },
      { keys: ['Esc'], does: 'Close what is open; clear the search' }
    ]
  }
]
