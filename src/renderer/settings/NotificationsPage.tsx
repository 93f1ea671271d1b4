import type { TrackingSettings } from '../../contract/tracking.ts'
import { Switch } from './Fields.tsx'
import { WithSettings } from './WithSettings.tsx'

/** What is told outside the window, and when it is not. */
export function NotificationsPage() {
  return (
    <WithSettings>
      {({ notify }, change) => {
        const set = (some: Partial<TrackingSettings['notify']>) => change({ notify: { ...notify, ...some } })
        return (
          <>
            <p className="help setting-lead">Told outside the window. Minor edits are never told.</p>
            <Switch label="A headline changed" on={notify.headlines} onChange={(headlines) => set({ headlines })} />
            <Switch
              label="A silent edit"
              help="The text changed and the page’s visible update note did not."
              on={notify.silent}
              onChange={(silent) => set({ silent })}
            />
            <Switch label="A page is no longer there" on={notify.removed} onChange={(removed) => set({ removed })} />
            <Quiet quiet={notify.quiet} onQuiet={(quiet) => set({ quiet })} />
          </>
        )
      }}
    </WithSettings>
  )
}

type Hours = TrackingSettings['notify']['quiet']

/** Hours of the day, in the reader's own time, in which nothing is told. */
function Quiet({ quiet, onQuiet }: { readonly quiet: Hours; readonly onQuiet: (quiet: Hours) => void }) {
  return (
    <section className="setting-part">
      <Switch
        label="Quiet hours"
        help="Nothing is told between these times. Checks go on."
        on={quiet !== null}
        onChange={(on) => onQuiet(on ? { from: '22:00', to: '07:00' } : null)}
      />
      {quiet !== null && (
        <div className="setting-times">
          <label>
            From
            <input
              type="time"
              required
              className="field-line field-short"
              value={quiet.from}
              onChange={({ target }) => target.value !== '' && onQuiet({ ...quiet, from: target.value })}
            />
          </label>
          <label>
            to
            <input
              type="time"
              required
              className="field-line field-short"
              value={quiet.to}
              onChange={({ target }) => target.value !== '' && onQuiet({ ...quiet, to: target.value })}
            />
          </label>
        </div>
      )}
    </section>
  )
}
