const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A source's first letter on a small square. */
export function Tile({ name }: { readonly name: string }) {
  const bare = name.replace(/^(the|le|la|les|der|die|das|el|los|las)\s+/iu, '')
  const [first] = graphemes.segment(bare.trim() === '' ? name : bare)
  return (
    <span className="tile" aria-hidden="true">
      {first?.segment.toLocaleUpperCase() ?? ''}
    </span>
  )
}
