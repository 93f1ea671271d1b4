export const tour = {
  'tour.start': 'Show me around'
} as const
