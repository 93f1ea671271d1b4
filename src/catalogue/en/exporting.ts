export const exporting = {
  'export.act': 'Export'
} as const
