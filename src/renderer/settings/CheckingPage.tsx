import { X } from 'lucide-react'
import type { TrackingSettings } from '../../contract/tracking.ts'
import { NumberField, Switch, TypedField } from './Fields.tsx'
import { WithSettings } from './WithSettings.tsx'

/** How politely, how often and where pages are asked for. */
export function CheckingPage() {
  return (
    <WithSettings>
      {(settings, change) => (
        <>
          <Switch
            label="Pause all checks"
            help="Nothing is checked by itself. You can still check an article yourself."
            on={settings.paused}
            onChange={(paused) => change({ paused })}
          />
          <Switch
            label="Follow robots.txt"
            help="Pages that a site asks programs not to read are not read. Turn this off only where you may read them."
            on={settings.obeyRobots}
            onChange={(obeyRobots) => change({ obeyRobots })}
          />
          <Numbers settings={settings} change={change} />
          <TypedField
            label="Contact"
            help="An address where a site can reach you, sent with every request. May be empty."
            placeholder="you@example.org"
            value={settings.contact}
            check={(text) => text.length <= 200}
            wrong="200 characters at most."
            onValue={(contact) => change({ contact: contact.trim() })}
          />
          <TypedField
            label="Archive"
            help="Where an article’s past is asked for: a Memento TimeMap (RFC 7089)."
            value={settings.archive}
            check={(text) => text.length <= 2000 && /^https?:\/\//u.test(text) && URL.canParse(text)}
            wrong="This is no web address. It begins with https://."
            onValue={(archive) => change({ archive })}
          />
          <AllowedHosts settings={settings} change={change} />
        </>
      )}
    </WithSettings>
  )
}

interface Props {
  readonly settings: TrackingSettings
  readonly change: (some: Partial<TrackingSettings>) => void
}

function Numbers({ settings, change }: Props) {
  return (
    <>
      <NumberField
        label="Seconds between requests"
        help="To one site."
        least={0}
        most={3600}
        step={0.1}
        value={settings.spacing}
        onValue={(spacing) => change({ spacing })}
      />
      <NumberField
        label="Requests at once"
        help="To one site."
        least={1}
        most={6}
        value={settings.perHost}
        onValue={(perHost) => change({ perHost })}
      />
      <NumberField
        label="Requests an hour"
        help="To all sites together."
        least={10}
        most={100_000}
        value={settings.perHour}
        onValue={(perHour) => change({ perHour })}
      />
    </>
  )
}

/** Sites in private networks that may be asked; one is added where an address of it is found. */
function AllowedHosts({ settings, change }: Props) {
  const { allowedHosts } = settings
  return (
    <section className="setting-part" aria-labelledby="settings-hosts">
      <h3 id="settings-hosts">Allowed private addresses</h3>
      {allowedHosts.length === 0 ? (
        <p className="help">None. When you add a link into a private network, you are asked whether to allow it.</p>
      ) : (
        <ul className="hosts">
          {allowedHosts.map((host) => (
            <li key={host}>
              <span className="grow">{host}</span>
              <button
                type="button"
                className="icon-button"
                aria-label={`No longer allow ${host}`}
                title={`No longer allow ${host}`}
                onClick={() => change({ allowedHosts: allowedHosts.filter((one) => one !== host) })}
              >
                <X className="icon" strokeWidth={1.75} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
