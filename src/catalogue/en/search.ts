export const search = {
  'search.versions': 'Search versions'
} as const
