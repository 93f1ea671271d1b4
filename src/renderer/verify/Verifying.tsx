import { lazy, Suspense, useState } from 'react'
import { useWhere } from '../app/PlaceContext.tsx'
import { useMenu } from '../app/useMenu.ts'
import { DamageBanner } from './DamageBanner.tsx'
import { knownDamage, useLastVerified } from './verified.ts'

const FoundDialog = lazy(async () => ({ default: (await import('./FoundDialog.tsx')).FoundDialog }))
const VerifyDialog = lazy(async () => ({ default: (await import('./VerifyDialog.tsx')).VerifyDialog }))

type Open = { readonly verify: number | null } | 'found' | null

/** Whether the library is what was stored: the banner where it is not, and the menu's commands. */
export function Verifying() {
  const { place } = useWhere()
  const last = useLastVerified()
  const [open, setOpen] = useState<Open>(null)
  const [closed, setClosed] = useState('')
  useMenu({
    verify: () => setOpen({ verify: null }),
    'verify-article': () => setOpen(place.article === null ? null : { verify: place.article })
  })
  const close = () => setOpen(null)
  const findings = last === null ? [] : knownDamage(last)
  const name = JSON.stringify(findings)
  return (
    <>
      <output className="news">
        {findings.length > 0 && closed !== name && (
          <DamageBanner findings={findings} onShow={() => setOpen('found')} onClose={() => setClosed(name)} />
        )}
      </output>
      <Suspense>
        {open === 'found' && (
          <FoundDialog findings={findings} onVerify={() => setOpen({ verify: null })} onClose={close} />
        )}
        {open !== null && open !== 'found' && <VerifyDialog article={open.verify} onClose={close} />}
      </Suspense>
    </>
  )
}
