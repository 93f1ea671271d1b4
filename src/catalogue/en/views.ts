export const views = {
  'view.read': 'Read',
  'view.inline': 'Inline',
  'view.side': 'Side by side',
  'view.changes': 'Changes',
  'view.blame': 'Blame',
  'view.needsTwo': 'Needs two versions'
} as const
