import { keyed } from './keyed.ts'

/**
 * Words with `before → after` in them, kept left to right: between two right-to-left words or numbers the order would
 * turn round and the arrow would not.
 */
export function Arrowed({ text }: { readonly text: string }) {
  const [first = '', ...rest] = text.split(' → ')
  if (rest.length === 0) return <bdi>{text}</bdi>
  return (
    <bdi dir="ltr">
      <bdi>{first}</bdi>
      {keyed(rest, (part) => part).map(({ key, item }) => (
        <span key={key}>
          {' → '}
          <bdi>{item}</bdi>
        </span>
      ))}
    </bdi>
  )
}
