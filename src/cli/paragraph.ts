const width = 80

/** A text in lines of at most 80 columns; after a `lead`, which stands before the first, the others are set in. */
export function paragraph(text: string, lead = ''): string {
  const indent = lead === '' ? '' : `${lead}  `
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.trimEnd() !== indent.trimEnd() && line.length + word.length > width) {
      lines.push(line.trimEnd())
      line = ' '.repeat(indent.length)
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()].join('\n')
}

/** One line of a list, as a sentence of its own. */
export const sentence = (about: string): string => `${about.slice(0, 1).toUpperCase()}${about.slice(1)}.`
