import { useEffect, useState } from 'react'
import { t } from '../../catalogue/words.ts'
import { useAnnounce } from '../app/announce.tsx'
import { stops, titleOf, wordsOf, type Stop } from './stops.ts'
import { TourCard } from './TourCard.tsx'
import './tour.css'
import { useRing, useStop } from './useStop.ts'

interface Props {
  readonly onAdd: () => void
  readonly onEnd: () => void
}

/** Leads through the sample library, once it was asked to; everything else goes on working beside it. */
export function Tour(props: Props) {
  const [begun, setBegun] = useState(false)
  return begun ? <Walk {...props} /> : <Offer onBegin={() => setBegun(true)} onEnd={props.onEnd} />
}

function Offer({ onBegin, onEnd }: { readonly onBegin: () => void; readonly onEnd: () => void }) {
  return (
    <TourCard title={t('tour.name')} words={t('tour.offer')} onEnd={onEnd} takesFocus={false}>
      <span className="grow" />
      <button type="button" className="button" onClick={onEnd}>
        {t('tour.later')}
      </button>
      <button type="button" className="button button-primary" onClick={onBegin}>
        {t('tour.start')}
      </button>
    </TourCard>
  )
}

function Walk({ onAdd, onEnd }: Props) {
  const [at, setAt] = useState(0)
  const say = useAnnounce()
  const stop: Stop = stops[at]!
  const isLast = at === stops.length - 1
  useStop(stop)
  useRing(stop.looksAt)
  useEffect(() => say(`${t(titleOf(stop))}. ${t(wordsOf(stop))}`), [say, stop])
  const add = () => {
    onEnd()
    onAdd()
  }
  return (
    <TourCard title={t(titleOf(stop))} words={t(wordsOf(stop))} onEnd={onEnd} takesFocus>
      <span className="tour-place">{t('tour.place', { n: at + 1, total: stops.length })}</span>
      <button type="button" className="button" disabled={at === 0} onClick={() => setAt(at - 1)}>
        {t('tour.back')}
      </button>
      <button type="button" className="button button-primary" data-first onClick={isLast ? add : () => setAt(at + 1)}>
        {t(isLast ? 'tour.add' : 'tour.next')}
      </button>
    </TourCard>
  )
}
