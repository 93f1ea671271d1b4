import { direction, t } from '../../../catalogue/words.ts'
import type { RevisionInfo } from '../../../domain/timemap.ts'
import { useBlame, useContent } from '../../app/queries.ts'
import { useAfter } from '../LoadingText.tsx'
import { clock } from '../../ui/clock.ts'
import type { Age } from './ages.ts'
import { useBlaming } from './BlameContext.ts'
import { modelOf } from './model.ts'
import { shareWords, versionsWords } from './words.ts'

interface Props {
  readonly revisions: readonly RevisionInfo[]
  /** The version that is shown, by index. */
  readonly at: number
}

/** Which shade stands for which versions, and how much of the text is of them; choosing one dims the rest. */
export function BlameLegend({ revisions, at }: Props) {
  const revision = revisions[at]?.id ?? null
  const answer = useBlame(revision).data
  const content = useContent(revision).data
  const { only, choose } = useBlaming()
  if (answer === undefined || content === undefined) return <Asking />
  const { list } = modelOf(answer, content, { revisions, at }).ages
  return (
    <fieldset className="blame-legend" data-not-text dir={direction()}>
      <legend className="hidden-text">{t('blame.legend')}</legend>
      <span className="blame-legend-title" aria-hidden="true">
        {t('blame.firstSeen')}
      </span>
      {list.map((age) => (
        <button
          key={age.shade}
          type="button"
          aria-pressed={only === age.shade}
          title={timesOf(age, revisions)}
          onClick={() => choose(only === age.shade ? null : age.shade)}
        >
          <i className={`blame-swatch blame-${age.shade}`} aria-hidden="true" />
          <b>{versionsWords([age.first, age.last], revisions)}</b>
          <span>{shareWords(age.share)}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** Only a long history takes so long that it is worth a word. */
function Asking() {
  return useAfter(600) ? <span className="blame-asking">{t('blame.asking')}</span> : null
}

function timesOf({ first, last }: Age, revisions: readonly RevisionInfo[]): string {
  const say = (index: number) => clock.moment(revisions[index]?.at ?? '')
  return first === last ? say(first) : t('blame.span', { from: say(first), to: say(last) })
}
