export const tracking = {
  'tracking.checkNow': 'Check now'
} as const
