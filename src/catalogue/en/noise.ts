export const noise = {
  'noise.hide': 'Hide changes like this'
} as const
