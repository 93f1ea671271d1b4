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

/** Words before the names: "By Ann Lee", "Texte : Anne Roux", "記者 山田太郎". */
const lead =
  /^(?:(?:written|reported|posted|published|story|words|text|article|analysis|opinion|review|interview)\s+by|by|von|par|por|di|door|av|af|od|przez|text(?:e|o)?|authors?|autor(?:in|a|es|en)?|auteurs?|autore|redaktion|автор(?:ы)?|текст|yazan|بقلم|كتبت?|إعداد|מאת|نویسنده|लेखक|โดย|文|撰文|作者|记者|記者|取材|執筆|글|기자)(?:\s*[:：/／|｜]\s*|\s+)/iu

/** A byline without the words before the names. */
export function withoutLead(line: string): string {
  const plain = line.trim()
  const rest = plain.replace(lead, '').trim()
  return rest === '' ? plain : rest
}
