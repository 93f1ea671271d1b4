import { X } from 'lucide-react'
import { t } from '../../catalogue/words.ts'
import type { TrackingSettings } from '../../contract/tracking.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { NumberField, Switch, TypedField } from './Fields.tsx'
import { WithSettings } from './WithSettings.tsx'

/** How politely, how often and where pages are asked for. */
export function CheckingPage() {
  return (
    <WithSettings>
      {(settings, change) => (
        <>
          <Switch
            label={t('settings.paused')}
            help={t('settings.paused.help')}
            on={settings.paused}
            onChange={(paused) => change({ paused })}
          />
          <Switch
            label={t('settings.robots')}
            help={t('settings.robots.help')}
            on={settings.obeyRobots}
            onChange={(obeyRobots) => change({ obeyRobots })}
          />
          <Numbers settings={settings} change={change} />
          <TypedField
            label={t('settings.contact')}
            help={t('settings.contact.help')}
            placeholder="you@example.org"
            value={settings.contact}
            check={(text) => text.length <= 200}
            wrong={t('settings.contact.wrong')}
            onValue={(contact) => change({ contact: contact.trim() })}
          />
          <TypedField
            label={t('settings.archive')}
            help={t('settings.archive.help')}
            value={settings.archive}
            check={(text) => text.length <= 2000 && /^https?:\/\//u.test(text) && URL.canParse(text)}
            wrong={t('settings.archive.wrong')}
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
        label={t('settings.spacing')}
        help={t('settings.toOneSite')}
        least={0}
        most={3600}
        step={0.1}
        value={settings.spacing}
        onValue={(spacing) => change({ spacing })}
      />
      <NumberField
        label={t('settings.perHost')}
        help={t('settings.toOneSite')}
        least={1}
        most={6}
        value={settings.perHost}
        onValue={(perHost) => change({ perHost })}
      />
      <NumberField
        label={t('settings.perHour')}
        help={t('settings.toAllSites')}
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
      <h3 id="settings-hosts">{t('settings.hosts')}</h3>
      {allowedHosts.length === 0 ? (
        <p className="help">{t('settings.hosts.none')}</p>
      ) : (
        <ul className="hosts">
          {allowedHosts.map((host) => (
            <li key={host}>
              <span className="grow">{host}</span>
              <IconButton
                icon={X}
                label={t('settings.hosts.remove', { host })}
                onPress={() => change({ allowedHosts: allowedHosts.filter((one) => one !== host) })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
