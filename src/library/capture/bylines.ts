/** "By Ann Lee, port reporter", "Von Lena Brandt und Tim Hof", "記者 山田太郎": short, and names where there are capitals. */
const bylines = [
  /^(?:[Bb]y|BY|[Ww]ritten by)\s+\p{Lu}\S*(?:\s+\S+){0,8}$/u,
  /^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]utora?:|[Aa]uth?or:|Texto?:|Text:|Автор:?|Текст:|Od|Yazan:?)(?:\s+(?:\p{Lu}\S*|und|et|[yeiи&]|en|de|da|dos?|del|van|von|der|den|la|le|di)(?![^\s,])){1,8}(?:,.{0,60})?$/u,
  /^(?:بقلم|كتبت?|إعداد|מאת:?|نویسنده:?|लेखक:?|โดย)\s*:?\s+\S+(?:\s+\S+){0,5}$/u,
  /^(?:文|撰文|作者|记者|記者|取材|執筆|글|기자)\s?[：:／/|｜ ]\s?[^。！？]{2,16}$/u
]

/** Whether a line names who wrote the text, and says nothing else. */
export function isByline(line: string): boolean {
  return line.length <= 200 && bylines.some((pattern) => pattern.test(line))
}

/** Words before the names: "By Ann Lee", "Texte : Anne Roux", "erstellt von Dominik", "記者 山田太郎". */
const verbs =
  'written|reported|posted|published|submitted|created|story|words|text|article|analysis|opinion|review|interview|veröffentlicht|eingestellt|erstellt|geschrieben|verfasst|gepostet|ein beitrag|ein artikel|beitrag|publié|écrit|rédigé|posté|article|publicado|escrito|redactado|postado|pubblicato|scritto|postato|geplaatst|geschreven|gepubliceerd|door|skrivet|skrevet|napisane'
const prepositions = 'by|vom|von|par|por|da|di|door|av|af|od|przez'
const labels =
  'texte?|texto?|words|authors?|autor(?:in|a|es|en)?|auteurs?|autore|autori|redaktion|redaktør|redakteur(?:in)?|verfasser(?:in)?|reporter|editor|автор(?:ы)?|текст|yazan|بقلم|كتبت?|إعداد|מאת|نویسنده|लेखक|โดย|文|撰文|作者|记者|記者|责任编辑|編集|取材|執筆|글|기자'
const lead = new RegExp(
  `^(?:(?:(?:${verbs})\\s+)?(?:${prepositions})(?:\\s*[:：]\\s*|\\s+)|(?:${labels})(?:\\s*[:：/／|｜]\\s*|\\s+)|by(?=\\p{Lu}\\p{Ll}))`,
  'iu'
)
const caseless = /^by(?=\p{Ll})/iu

/** A byline without the words before the names. */
export function withoutLead(line: string): string {
  const plain = line.trim()
  const rest = caseless.test(plain) && !/^By\p{Lu}/u.test(plain) ? plain : plain.replace(lead, '').trim()
  return rest === '' ? plain : rest
}

const labelAlone = new RegExp(
  `^(?:(?:${verbs}|${prepositions}|${labels}|on|am|um|le|el|em|il|op|den|at|by|in|updated|aktualisiert)[\\s:]*)+$`,
  'iu'
)

/** Whether a text is nothing but the words before a name or a time: "Posted on", "Von:". */
export const isLabel = (text: string): boolean => text.length < 60 && labelAlone.test(text.trim())
