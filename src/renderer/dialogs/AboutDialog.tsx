import { useQuery } from '@tanstack/react-query'
import { t } from '../../catalogue/words.ts'
import type { Licence } from '../../contract/shell.ts'
import { valueOf } from '../app/ask.ts'
import { Update } from '../settings/Update.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface Props {
  /** New versions are asked for at once. */
  readonly asks?: boolean
  readonly onClose: () => void
}

/** What runs here, where the library lies, and whose work is in it. */
export function AboutDialog({ asks = false, onClose }: Props) {
  const about = useQuery({
    queryKey: ['about'],
    queryFn: () => valueOf(window.palimpsest.shell.about({})),
    staleTime: 0
  })
  const facts = about.data
  return (
    <Dialog wide title={t('app.name')} onClose={onClose}>
      <p className="about-lead">{t('about.lead')}</p>
      {facts !== undefined && (
        <dl className="facts">
          <dt>{t('about.version')}</dt>
          <dd>{facts.version}</dd>
          <dt>{t('about.runs')}</dt>
          <dd>{t('about.runsOn', { runtime: facts.runtime, chrome: facts.chrome, node: facts.node })}</dd>
          <dt>{t('about.library')}</dt>
          <dd className="mono">{facts.library}</dd>
          <dt>{t('about.licence')}</dt>
          <dd>MIT</dd>
        </dl>
      )}
      <Update asks={asks} />
      {about.error !== null && <p>{t('about.failed')}</p>}
      <Licences />
    </Dialog>
  )
}

function Licences() {
  const licences = useQuery({ queryKey: ['licences'], queryFn: () => valueOf(window.palimpsest.shell.licences({})) })
  if (licences.error !== null) return <p className="help">{t('about.licences.failed')}</p>
  if (licences.data === undefined) return null
  return (
    <section className="about-licences" aria-labelledby="about-licences">
      <h3 id="about-licences">{t('about.licences')}</h3>
      <p className="help">{t('about.licences.count', { n: licences.data.length })}</p>
      <ul>
        {licences.data.map((one) => (
          <li key={`${one.name} ${one.version}`}>
            <OneLicence {...one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The words of a licence are English, whatever the window speaks. */
function OneLicence({ name, version, licence, text }: Licence) {
  return (
    <details>
      <summary>
        <span className="grow">
          {name} {version}
        </span>
        <span>{licence}</span>
      </summary>
      {text === '' ? <p className="help">{t('about.licences.none')}</p> : <pre lang="en">{text}</pre>}
    </details>
  )
}
