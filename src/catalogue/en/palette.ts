export const palette = {
  'palette.title': 'Commands',
  'palette.field': 'Action, article, version, list, source or setting',
  'palette.group.recent': 'Recent',
  'palette.group.actions': 'Actions',
  'palette.group.versions': 'Versions of this article',
  'palette.group.lists': 'Lists',
  'palette.group.folders': 'Folders',
  'palette.group.sources': 'Sources',
  'palette.group.saved': 'Saved searches',
  'palette.group.settings': 'Settings',
  'palette.group.articles': 'Articles',
  'palette.version': 'v{label}  {moment}',
  'palette.once': 'Headline once: {headline}',
  'palette.settings': 'Settings: {page}',
  'palette.search': 'Search versions for “{text}”'
} as const
