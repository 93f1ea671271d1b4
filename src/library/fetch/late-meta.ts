import { labelToName } from '@exodus/bytes/encoding.js'
import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5'

/** What stands in these is no markup; how the tokenizer reads it (HTML standard 13.2.6.4.4). */
const rawText: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA
}

const searched = 32 * 1024

/**
 * The encoding of the first `meta` that names one, in the first 32 KB: a browser's parser comes upon it when the first kilobyte
 * named none, and starts again with what it says (HTML standard, "changing the encoding while parsing"). Null if there is none.
 */
export function lateMeta(bytes: Buffer): string | null {
  let found: string | null = null
  const ignore = (): void => undefined
  const handler: TokenHandler = {
    onStartTag: (tag) => {
      tokenizer.state = rawText[tag.tagName] ?? tokenizer.state
      if (tag.tagName === 'meta') found ??= encodingOf(tag)
    },
    onEndTag: ignore,
    onComment: ignore,
    onDoctype: ignore,
    onEof: ignore,
    onCharacter: ignore,
    onNullCharacter: ignore,
    onWhitespaceCharacter: ignore
  }
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, handler)
  tokenizer.write(bytes.subarray(0, searched).toString('latin1'), true)
  return found
}

function encodingOf({ attrs }: Token.TagToken): string | null {
  const value = (name: string): string | undefined => attrs.find((attribute) => attribute.name === name)?.value
  const isPragma = value('http-equiv')?.toLowerCase() === 'content-type'
  const label = value('charset') ?? (isPragma ? charsetIn(value('content') ?? '') : undefined)
  const name = label === undefined ? null : labelToName(label)
  // A page whose markup can be read byte by byte is not UTF-16, whatever it says.
  if (name?.startsWith('UTF-16') === true) return 'UTF-8'
  return name === 'x-user-defined' ? 'windows-1252' : name
}

/** HTML standard, "extracting a character encoding from a meta element". */
function charsetIn(content: string): string | undefined {
  const found = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"'][^\s;]*))/i.exec(content.slice(0, 1000))
  return found?.[1] ?? found?.[2] ?? found?.[3]
}
