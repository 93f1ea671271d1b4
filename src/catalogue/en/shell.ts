export const shell = {
  'shell.file': 'File'
} as const
