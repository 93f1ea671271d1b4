export const tour = {
  'tour.name': 'A look around',
  'tour.start': 'Show me around',
  'tour.offer':
    'The sample library holds invented articles that changed. Nine short stops show what can be done with them.',
  'tour.later': 'Not now',
  'tour.end': 'End the tour',
  'tour.place': '{n} of {total}',
  'tour.back': 'Back',
  'tour.next': 'Next',
  'tour.add': 'Add an article of your own',
  'tour.changes': 'What changed, as one text',
  'tour.changes.words':
    'Words that were removed are struck, words that were added are underlined, a moved paragraph has dots beside it. N and P go from change to change.',
  'tour.timeline': 'Every version on one line',
  'tour.timeline.words':
    'Larger discs changed more words. Drag either handle to compare any two versions, or use the arrow keys. A dashed ring is a check that failed.',
  'tour.side': 'Side by side',
  'tour.side.words':
    'The older text and the newer one, paragraph beside paragraph. The place in the text is kept when the view changes.',
  'tour.list': 'Only the changes',
  'tour.list.words':
    'Each change with its kind, the version it came in, and whether the page’s own update note mentions it.',
  'tour.blame': 'When each word came',
  'tour.blame.words':
    'The darker the shade, the later the words were first seen. Choose a passage to see what it replaced.',
  'tour.removed': 'Search what is no longer there',
  'tour.removed.words': 'Every version is searched. The bars show in which versions the words stood.',
  'tour.gone': 'A page that is gone',
  'tour.gone.words': 'The page answers 404 now. The versions that were captured before are kept.',
  'tour.silent': 'Silent edits',
  'tour.silent.words': 'Articles whose text changed while the page’s visible update note did not.',
  'tour.yours': 'Your own articles',
  'tour.yours.words':
    'Add a link, a feed or files. Palimpsest checks them, keeps every version, and stays on this computer.'
} as const
