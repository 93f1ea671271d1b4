import { trackingSettings, type TrackingSettings } from '../../contract/tracking.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

/** What holds until the reader chooses otherwise. */
export const usualSettings: TrackingSettings = {
  paused: false,
  obeyRobots: true,
  contact: '',
  spacing: 2,
  perHost: 2,
  perHour: 2000,
  allowedHosts: [],
  archive: 'https://web.archive.org/web/timemap/link/',
  notify: { headlines: true, silent: true, removed: true, quiet: null }
}

/** What the reader chose about checking; settings that this version does not understand are the usual ones. */
export function readSettings(store: Store): TrackingSettings {
  const stored = pluck<[], string>(store, "SELECT value FROM setting WHERE name = 'tracking'").get()
  const checked = stored === undefined ? undefined : trackingSettings.safeParse({ ...usualSettings, ...parsed(stored) })
  return checked?.success === true ? checked.data : usualSettings
}

function parsed(json: string): object {
  try {
    return JSON.parse(json) as object
  } catch {
    return {}
  }
}

export function writeSettings(store: Store, settings: TrackingSettings): void {
  prepare(store, "INSERT OR REPLACE INTO setting (name, value) VALUES ('tracking', ?)").run(JSON.stringify(settings))
}
