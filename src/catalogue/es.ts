import { app } from './es/app.ts'
import { list } from './es/list.ts'
import { compare } from './es/compare.ts'
import { views } from './es/views.ts'
import { blame } from './es/blame.ts'
import { inspector } from './es/inspector.ts'
import { timeline } from './es/timeline.ts'
import { search } from './es/search.ts'
import { palette } from './es/palette.ts'
import { settings } from './es/settings.ts'
import { shell } from './es/shell.ts'
import { exporting } from './es/exporting.ts'
import { importing } from './es/importing.ts'
import { noise } from './es/noise.ts'
import { tour } from './es/tour.ts'
import { tracking } from './es/tracking.ts'
import { library } from './es/library.ts'
import type { Catalogue } from './words.ts'

/** Todo lo que se dice, en español. */
export const es: Catalogue = {
  ...app,
  ...list,
  ...compare,
  ...views,
  ...blame,
  ...inspector,
  ...timeline,
  ...search,
  ...palette,
  ...settings,
  ...shell,
  ...exporting,
  ...importing,
  ...noise,
  ...tour,
  ...tracking,
  ...library
}
