export const timeline = {
  'timeline.now': 'Now'
} as const
