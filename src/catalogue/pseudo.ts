import { IntlMessageFormat } from 'intl-messageformat'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Words to try a window with, made from those of a language. */
export interface Trial {
  readonly dir: 'ltr' | 'rtl'
  /** What is done to a parsed message before it is said. */
  readonly alter: (message: Element[]) => Element[]
}

const plain = 'AaBCcDdEeGgHhIiJjKkLlMNnOoPRrSsTtUuWwYyZz'
const marked = 'ÁáßÇçÐðÉéĜĝĤĥÍíĴĵĶķĻļṀÑñÓóÞŔŕŠšŤťÚúŴŵÝýŽž'
const accents = new Map([...plain].map((letter, index) => [letter, marked[index]!]))

/** English with accents, 40 % longer and in brackets: what is cut off or was never in the catalogue meets the eye. */
export const accented: Trial = {
  dir: 'ltr',
  alter: (message) => {
    const [first, ...rest] = texts(message, (text) =>
      text.replaceAll(/[aeiou]/gu, '$&$&').replaceAll(/[a-z]/giu, (letter) => accents.get(letter) ?? letter)
    )
    return first === undefined ? [] : [bracket('⟦'), first, ...rest, bracket('⟧')]
  }
}

/** English written from right to left, word by word, to try a mirrored window with. */
export const mirrored: Trial = {
  dir: 'rtl',
  alter: (message) => texts(message, (text) => text.replaceAll(/[\p{L}\p{N}’'-]+/gu, '\u200F\u202E$&\u202C\u200F'))
}

/** The same message with each of its texts changed, in tags and plural forms too. */
function texts(message: readonly Element[], change: (text: string) => string): Element[] {
  return message.map((element) => {
    if ('children' in element) return { ...element, children: texts(element.children, change) }
    if ('options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: texts(option.value, change) }
      ])
      return { ...element, options: Object.fromEntries(options) as typeof element.options }
    }
    return isText(element) ? { ...element, value: change(element.value) } : element
  })
}

const textType: Element['type'] = 0
type Text = Extract<Element, { rawValue?: string }>

function isText(element: Element): element is Text {
  return element.type === textType
}

function bracket(value: string): Text {
  const [text] = new IntlMessageFormat(value, 'en').getAst()
  return text as Text
}
