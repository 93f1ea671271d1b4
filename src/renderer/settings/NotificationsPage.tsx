import { t } from '../../catalogue/words.ts'
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
            <p className="help setting-lead">{t('settings.notify.lead')}</p>
            <Switch
              label={t('settings.notify.headlines')}
              on={notify.headlines}
              onChange={(headlines) => set({ headlines })}
            />
            <Switch
              label={t('settings.notify.silent')}
              help={t('settings.notify.silent.help')}
              on={notify.silent}
              onChange={(silent) => set({ silent })}
            />
            <Switch label={t('settings.notify.removed')} on={notify.removed} onChange={(removed) => set({ removed })} />
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
        label={t('settings.quiet')}
        help={t('settings.quiet.help')}
        on={quiet !== null}
        onChange={(on) => onQuiet(on ? { from: '22:00', to: '07:00' } : null)}
      />
      {quiet !== null && (
        <div className="setting-times">
          <label>
            {t('settings.quiet.from')}
            <input
              type="time"
              required
              className="field-line field-short"
              value={quiet.from}
              onChange={({ target }) => target.value !== '' && onQuiet({ ...quiet, from: target.value })}
            />
          </label>
          <label>
            {t('settings.quiet.to')}
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
