import { useContext, useEffect, useRef } from 'react'
import type { ActionId } from '../../contract/actions.ts'
import { OffersContext } from './actions.ts'

type Acts = Readonly<Partial<Record<ActionId, () => void>>>

/** Offers several actions for as long as the component is there. */
export function useMenu(acts: Acts): void {
  const offers = useContext(OffersContext)
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  const ids = Object.keys(acts).join(' ')
  useEffect(() => {
    const offered = ids.split(' ').map((id) => offers.offer(id as ActionId, () => current.current[id as ActionId]?.()))
    return () => offered.forEach((end) => end())
  }, [offers, ids])
}
