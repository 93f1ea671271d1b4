export const library = {
  'library.opening': 'Opening the library'
} as const
