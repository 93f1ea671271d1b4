export const list = {
  'list.all': 'All articles'
} as const
