import { app } from './en/app.ts'
import { list } from './en/list.ts'
import { compare } from './en/compare.ts'
import { views } from './en/views.ts'
import { blame } from './en/blame.ts'
import { inspector } from './en/inspector.ts'
import { timeline } from './en/timeline.ts'
import { search } from './en/search.ts'
import { palette } from './en/palette.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { exporting } from './en/exporting.ts'
import { importing } from './en/importing.ts'
import { noise } from './en/noise.ts'
import { tour } from './en/tour.ts'
import { tracking } from './en/tracking.ts'
import { library } from './en/library.ts'

/** Everything that is said, in English; one file for each part of the window. */
export const en = {
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
} as const
