const what =
  '{what, select, headline {Headline} standfirst {Standfirst} byline {Byline} dateline {Date line} heading {Heading} quote {Quote} listitem {List item} tablerow {Table row} caption {Caption} image {Image} embed {Embedded page} correctionnote {Correction note} sentence {Sentence} other {Paragraph}}'
const small =
  '{n, plural, =2 {Two} =3 {Three} =4 {Four} =5 {Five} =6 {Six} =7 {Seven} =8 {Eight} =9 {Nine} =10 {Ten} other {#}}'
const timesOf = '{n, plural, one {once} =2 {twice} other {# times}}'

export const compare = {
  // The frame of the reader
  'reader.label': 'Reader',
  'reader.none': 'No article is open',
  'reader.choose': 'Choose one from the list to see what changed in it.',
  'reader.text': 'Text',
  'reader.compared': 'Compared text',
  'reader.openingAll': 'Opening {n, plural, one {# version} other {# versions}}',
  'reader.opening': 'Opening v{v}',
  'reader.comparing': 'Comparing v{older} with v{newer}',
  'reader.saysReading': 'Reading version {v}.',
  'reader.saysComparing':
    'Comparing version {older} with version {newer}. {n, plural, one {# change} other {# changes}}.',
  'reader.saysJump': 'Change {n} of {total}',
  'reader.saysJumpTo': 'Change {n} of {total}, {what}',
  'reader.back': 'Back to list',
  'reader.view': 'View',
  'reader.key': '{name} ({key})',
  'reader.changes': 'Changes',
  'reader.previous': 'Previous change',
  'reader.next': 'Next change',
  'reader.of': '{n} of {total}',
  'reader.star': 'Star',
  'reader.unstar': 'Remove star',
  'reader.deleted': '<b>This article is in Recently deleted.</b> It was put there {when} and stays for 30 days.',
  'reader.restore': 'Restore',
  'reader.restored': 'Restored the article.',
  'reader.again': 'Try again',
  'reader.opensInBrowser': 'Opens in the browser',
  'reader.readers': 'v{from} was read by {older}, v{to} by {newer}: some differences may come from that.',
  'reader.ofTexts': 'the reader of plain texts',
  'reader.unfinished':
    'Comparing these versions word by word would take too long. Some paragraphs are shown as replaced whole.',
  'compare.noChanges': 'No changes',

  // Marks and what is said of them
  'mark.removed': 'removed:',
  'mark.added': 'added:',
  'mark.end': 'end of change',
  'mark.spoken':
    '{kind, select, added {added} removed {removed} other {moved}} {what, select, heading {heading} quote {quote} listitem {list item} tablerow {table row} caption {caption} image {image} embed {embedded page} correctionnote {correction note} other {paragraph}}',
  'mark.oldHeadline': 'old headline',
  'mark.newHeadline': 'new headline',
  'mark.none': 'none',
  'mark.nothing': 'nothing',

  // What a change is called
  'change.added': `${what} added`,
  'change.removed': `${what} removed`,
  'change.replaced': `${what} replaced`,
  'change.changed': `${what} changed`,
  'change.movedUp': 'Moved up',
  'change.movedDown': 'Moved down',
  'change.moved': `${what} moved`,
  'change.split': `${what} split in {n}`,
  'change.merged': '{n} {what, select, listitem {list items} quote {quotes} other {paragraphs}} merged',
  'change.break': 'Break between {what, select, listitem {list items} quote {quotes} other {paragraphs}} moved',
  'change.became':
    '{what, select, heading {Heading} quote {Quote} listitem {List item} tablerow {Table row} caption {Caption} correctionnote {Correction note} other {Paragraph}} became {to, select, heading {a heading} quote {a quote} listitem {a list item} tablerow {a table row} caption {a caption} correctionnote {a correction note} other {a paragraph}}',
  'change.figure': 'Figure changed',
  'change.figureAdded': 'Figure added',
  'change.figureRemoved': 'Figure removed',
  'change.time': 'Time changed',
  'change.timeAdded': 'Time added',
  'change.timeRemoved': 'Time removed',
  'change.date': 'Date changed',
  'change.dateAdded': 'Date added',
  'change.dateRemoved': 'Date removed',
  'change.name': 'Name changed',
  'change.nameAdded': 'Name added',
  'change.nameRemoved': 'Name removed',
  'change.attribution': 'Attribution changed',
  'change.attributionAdded': 'Attribution added',
  'change.attributionRemoved': 'Attribution removed',
  'change.negation': 'Negation changed',
  'change.negationAdded': 'Negation added',
  'change.negationRemoved': 'Negation removed',
  'change.hedge': 'Qualification changed',
  'change.hedgeAdded': 'Qualification added',
  'change.hedgeRemoved': 'Qualification removed',
  'change.quote': 'Quote altered',
  'change.marks': 'Quotation marks changed',
  'change.marksAdded': 'Quotation marks added',
  'change.marksRemoved': 'Quotation marks removed',
  'change.wording': 'Wording changed',
  'change.wordsAdded': 'Words added',
  'change.wordsRemoved': 'Words removed',
  'change.capital': 'Capital changed',
  'change.spelling': 'Spelling changed',
  'change.punctuation': 'Punctuation changed',
  'change.link': 'Link changed',
  'change.linkAdded': 'Link added',
  'change.linkRemoved': 'Link removed',
  'change.image': 'Image replaced',
  'change.sameNumber': 'The same number written otherwise',
  'change.joiner': 'Letters joined or parted by a hidden character',
  'change.typography': 'Typography: quotation marks, dashes, spaces or hidden characters',
  'change.sameAddress': 'The same address',
  'change.sameImage': 'The same image at another address',
  'change.encoding': 'The same text in another encoding',
  'change.relativeTime': 'The time of the update, counted from the moment of reading',
  'change.updateLine': 'The page’s own update line',
  'change.counter': 'A counter',
  'change.ticker': 'A ticker beside the article',
  'change.otherOrder': 'Links to other articles in another order',
  'change.ofPage': 'A line of the page, not of the article',
  'change.severalFigures': `${small} figures changed`,
  'change.severalNames': `${small} names changed`,
  'change.severalDates': `${small} dates changed`,
  'change.severalLinks': `${small} links changed`,
  'change.severalReplaced': `${small} sentences replaced`,
  'change.severalAdded': `${small} sentences added`,
  'change.severalRemoved': `${small} sentences removed`,
  'change.with': '{change}: {words}',
  'change.wentWord': '{words} removed',
  'change.cameWord': '{words} added',

  // Moves
  'move.places':
    'from {from, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} {what, select, heading {heading} quote {quote} listitem {list item} tablerow {table row} caption {caption} image {image} embed {embedded page} correctionnote {correction note} other {paragraph}} to {to, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'move.unchanged': '{places}, wording unchanged',
  'move.place':
    '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} {what, select, heading {heading} quote {quote} listitem {list item} tablerow {table row} caption {caption} image {image} embed {embedded page} correctionnote {correction note} other {paragraph}}',
  'move.elsewhere': 'another place',
  'move.left': '“{words}” moved {direction, select, up {up} other {down}} to {place}',

  // Versions in which something came or went
  'seen.first': 'first seen in v{v}',
  'seen.back': 'first seen in v{v}, back in v{back}',
  'seen.reworded': 'first seen in v{v}, reworded since',
  'seen.gone': 'in v{v}',
  'seen.in': 'in {versions}',
  'seen.span': 'v{from} to v{to}',

  // The headline
  'headline.changed':
    '{n, plural, =0 {Headline changed} one {Headline changed} =2 {Headline changed twice} other {Headline changed # times}}',
  'headline.showAll': 'Show all {n}',
  'headline.hide': 'Hide headlines',
  'headline.now': 'now',
  'headline.group':
    '{n, plural, one {# headline} other {# headlines}} took turns {turns, plural, one {once} =2 {twice} other {# times}}',

  // What the page says of itself
  'claim.says': 'Page says “{words}”.',
  'claim.published': 'Page data says published “{words}”.',
  'claim.updated': 'Page data says updated “{words}”.',
  'claim.since': `Text has changed ${timesOf} since.`,
  'claim.before': 'Before, it said “{words}”.',

  // Unchanged text
  'fold.paragraphs': '{n} unchanged {n, plural, one {paragraph} other {paragraphs}}',
  'fold.passages': '{n} unchanged {n, plural, one {passage} other {passages}}',
  'fold.olderParagraphs': '{n, plural, one {# paragraph} other {# paragraphs}} of the older text',
  'fold.olderPassages': '{n, plural, one {# passage} other {# passages}} of the older text',
  'fold.show': 'Show',
  'fold.title': 'Open (E opens all)',

  // Cards
  'card.image': 'Image',
  'card.embed': 'Embedded page',
  'card.link': 'Link changed',
  'card.replaced': 'Image replaced',

  // Noise
  'noise.count': '{n, plural, one {# change} other {# changes}} folded as noise',
  'noise.noise': 'Noise',
  'noise.relative-time': 'Relative time',
  'noise.update-line': 'Update line',
  'noise.counter': 'Counter',
  'noise.ticker': 'Ticker',
  'noise.typography': 'Typography',
  'noise.mojibake': 'Encoding',
  'noise.boilerplate': 'Text around the article',
  'noise.reordered-links': 'Order of links',
  'noise.tracking': 'Tracking in an address',
  'noise.reader': 'A rule of yours',
  'noise.archive': 'Address in an archive',

  // The summary
  'summary.same': 'The text is the same.',
  'summary.another':
    'The page shows {text, select, language {a text in another language} consent {a request for consent} other {another text}}',
  'summary.head': 'The {what, select, headline {headline} standfirst {standfirst} other {byline}} changed',
  'summary.paragraphs':
    '{n, plural, one {# paragraph} other {# paragraphs}} {did, select, added {added} removed {removed} moved {moved} split {split} other {merged}}',
  'summary.alsoParagraphs':
    '{n} {did, select, added {added} removed {removed} moved {moved} split {split} other {merged}}',
  'summary.quote': '{n, plural, one {# quote} other {# quotes}} altered',
  'summary.negation': '{n, plural, one {# negation} other {# negations}} changed',
  'summary.qualification': '{n, plural, one {# qualification} other {# qualifications}} changed',
  'summary.name': '{n, plural, one {# name} other {# names}} changed',
  'summary.attribution': '{n, plural, one {# attribution} other {# attributions}} changed',
  'summary.date': '{n, plural, one {# date} other {# dates}} changed',
  'summary.correctionnote':
    '{n, plural, one {# correction note} other {# correction notes}} {did, select, added {added} removed {removed} other {changed}}',
  'summary.dateline': '{n, plural, one {# date line} other {# date lines}} changed',
  'summary.image':
    '{n, plural, one {# image} other {# images}} {did, select, added {added} removed {removed} other {changed}}',
  'summary.caption':
    '{n, plural, one {# caption} other {# captions}} {did, select, added {added} removed {removed} other {changed}}',
  'summary.link': '{n, plural, one {# link} other {# links}} changed',
  'summary.figures': '{n, plural, one {# figure} other {# figures}} changed',
  'summary.moreFigures': '{n, plural, one {# more figure} other {# more figures}}',
  'summary.sentences': '{n, plural, one {# sentence} other {# sentences}} changed',
  'summary.wordings': '{n, plural, one {# wording change} other {# wording changes}}',
  'summary.onlyMinor': 'Only minor edits',
  'summary.minorAre': 'Only minor edits: ',
  'summary.spelling': 'spelling',
  'summary.punctuation': 'punctuation',
  'summary.links': 'links',
  'summary.typography': 'typography',
  'summary.capitals': 'capitals',
  'summary.and': ' and ',
  'summary.minorHidden': '{n} minor hidden',

  // Whether the page said so
  'silent.one': 'Silent edit',
  'silent.some': '{silent} of {total} edits silent',
  'silent.why': 'The text changed and the page’s visible update note did not.',
  'silent.silent': 'silent',
  'silent.unnamed': 'not named in the note',
  'silent.dated': 'Metadata date changed, no visible note',
  'silent.noted': 'noted',
  'silent.metadata': 'metadata date only',

  // The same edit elsewhere
  'twins.same': 'Same edit in {n, plural, one {# other article} other {# other articles}}',
  'twins.title': 'The same edit, earliest first'
} as const
