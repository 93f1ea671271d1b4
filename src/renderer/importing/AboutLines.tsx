import { CircleAlert, CircleCheck } from 'lucide-react'
import type { AboutFile } from '../../contract/importing.ts'
import { t } from '../../catalogue/words.ts'
import { clock } from '../ui/clock.ts'
import { keyed } from '../ui/keyed.ts'

/** So many places that do not fit are named. */
const mostFindings = 5

/** Who says that they made a file, and whether it is what was written: the name is in the file, where anybody can put one. */
export function AboutLines({ about }: { readonly about: AboutFile }) {
  const { madeBy, madeAt, software, title, verdict, findings } = about
  const when = madeAt === null ? '' : clock.moment(madeAt)
  return (
    <>
      {title !== null && <p dir="auto">{title}</p>}
      <p>{madeBy === null ? t('look.madeByNobody') : t('look.madeBy', { name: madeBy })}</p>
      {(madeAt !== null || software !== null) && (
        <p className="help">
          {t('look.madeWith', {
            when: when === '' ? 'no' : 'yes',
            at: when,
            with: software === null ? 'no' : 'yes',
            software: software ?? ''
          })}
        </p>
      )}
      <Verdict verdict={verdict} />
      {findings.length > 0 && (
        <ul className="import-why">
          {keyed(findings.slice(0, mostFindings), (one) => one).map(({ key, item }) => (
            <li key={key} lang="en">
              {item}
            </li>
          ))}
          {findings.length > mostFindings && <li>{t('look.moreFindings', { n: findings.length - mostFindings })}</li>}
        </ul>
      )}
    </>
  )
}

function Verdict({ verdict }: Pick<AboutFile, 'verdict'>) {
  if (verdict === 'unchecked') return <p className="help">{t('look.unchecked')}</p>
  const isBad = verdict === 'tampered'
  const Icon = isBad ? CircleAlert : CircleCheck
  return (
    <p className={isBad ? 'look-verdict import-bad' : 'look-verdict'}>
      <Icon className="icon" strokeWidth={1.75} aria-hidden="true" />
      {t(isBad ? 'look.tampered' : 'look.intact')}
    </p>
  )
}
