/** The name of the library's file, where the reader chose no other. */
export const libraryName = 'library.palimpsest-db'
/** The application's own choices, in the same folder. */
export const settingsName = 'settings.json'
/** An environment variable that names that folder. */
export const dataVariable = 'PALIMPSEST_DATA'
/** How the folder is called in the place that the system has for such folders. */
export const dataName = 'Palimpsest'
