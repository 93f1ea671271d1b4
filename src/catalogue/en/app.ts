/** What may follow a message about a failure: what the system said of it. */
const said = '{has, select, no {} other { ({detail})}}'

export const app = {
  'app.name': 'Palimpsest',
  'app.library': 'Library',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.undo': 'Undo',
  'app.undoKey': 'Undo ({key})',
  'app.nothingToUndo': 'There is nothing to undo.',
  'app.title': '{headline} · Palimpsest',
  'app.opening': 'Opening the library',
  'app.showSidebar': 'Show sidebar',
  'app.sidebarWidth': 'Width of the sidebar',
  'app.listWidth': 'Width of the list',
  'app.search': 'Search versions',

  // Amounts, which stand in lists and in other messages
  'amount.articles': '{n, plural, one {# article} other {# articles}}',
  'amount.versions': '{n, plural, one {# version} other {# versions}}',
  'amount.feeds': '{n, plural, one {# feed} other {# feeds}}',

  // Times
  'time.now': 'just now',
  'time.minutesAgo': '{n} min ago',
  'time.hoursAgo': '{n} h ago',
  'time.seconds': '{n} s',
  'time.minutes': '{n} min',
  'time.minutesShort': '{n} m',
  'time.hours': '{n} h',
  'time.hoursMinutes': '{hours} h {minutes} m',
  'time.at': 'at {time}',
  'time.tomorrow': 'tomorrow at {time}',
  'time.on': 'on {moment}',
  'time.firstSeen': 'first seen {at}',
  'time.changedBetween': 'changed between {before} and {at}',
  'time.range': '{from} to {to}',

  // What went wrong: what happened, what is safe, what next
  'failure.sentence': '{title}. {text}',
  'failure.broken': 'This could not be shown',
  'failure.brokenText': `Something in Palimpsest failed${said}. Everything stored is safe.`,
  'failure.window': 'This window could not be drawn',
  'failure.drawAgain': 'Draw the window again',
  'failure.notFound': 'It is no longer in the library',
  'failure.notFoundText': 'It may have been removed in another window. Choose another article from the list.',
  'failure.stopped': 'The library stopped',
  'failure.stoppedText':
    'Everything stored is safe. Palimpsest starts it again; if it does not come back, close Palimpsest and open it again.',
  'failure.newer': 'This library was made by a newer Palimpsest',
  'failure.newerText':
    '{has, select, no {} other {The file has format {detail}, which this version does not know. }}Nothing was changed. Install the newer Palimpsest to open it, or choose another library.',
  'failure.older': 'This library is in an older format',
  'failure.olderText': 'Nothing was changed. Open it in Palimpsest, which brings it up to date, and try again.',
  'failure.notALibrary': 'This file is not a library',
  'failure.notALibraryText':
    'Another program made it, and it was left as it is. Choose a library file, or the folder of one.',
  'failure.missing': 'The library is not where it was',
  'failure.missingText':
    'Nothing was changed. If it lies on a disk that is not connected, connect the disk and try again.',
  'failure.damaged': 'The library file is damaged',
  'failure.damagedText':
    'Palimpsest found damage in the file and writes nothing to it. Restore a backup, or make a repaired copy of all that can still be read. The damaged file is kept either way.',
  'failure.unreadableText':
    'Nothing could be read from the file. It was left as it is. Restore a backup if there is one.',
  'failure.full': 'There is too little room on the disk',
  'failure.fullText':
    'Everything stored so far is safe. Nothing new is stored while less than 200 MB are free{has, select, no {} other { (now {free})}}. Free some space, and it goes on by itself.',
  'failure.readonly': 'The library cannot be written',
  'failure.readonlyText':
    'The file, its folder or its disk is read-only. Nothing was changed. You can read it from a copy, or allow writing and try again.',
  'failure.disk': 'The disk reported an error',
  'failure.diskText':
    'What was stored before is safe; the last change may not have been. Check the disk, then try again.',
  'failure.locked': 'Another program is using the library',
  'failure.lockedText': 'Nothing was changed. Close the other program, or the other Palimpsest, then try again.',
  'failure.restarting': '<b>The library stopped and is starting again.</b> Everything stored is safe.',
  'failure.back': '<b>The library is back.</b> Nothing stored was lost.',
  'failure.copied': 'Copied',
  'failure.copyPlace': 'Copy where the file is',

  // What an import did
  'import.feeds':
    'Added {n, plural, one {# feed. Its articles are looked for now.} other {# feeds. Their articles are looked for now.}}',
  'import.links': 'Added {n, plural, one {# link. It is looked at now.} other {# links. They are looked at now.}}',
  'import.articles':
    'Added {articles, plural, one {# article} other {# articles}} with {versions, plural, one {# version} other {# versions}}',
  'import.versions': 'Added {n, plural, one {# version} other {# versions}} to “{headline}”',
  'import.versionsOf':
    'Added {n, plural, one {# version} other {# versions}} to {articles, plural, one {# article} other {# articles}}',
  'import.deleted': 'Already in the library, in Recently deleted. Nothing was added.',
  'import.there': 'Already in the library. Nothing was added.',

  // Why a file was not taken; its name stands in quotation marks, and pasted text has none
  'refusal.missing':
    '{file, select, no {The pasted text} other {“{name}”}} is no longer where it was. It may have been moved or renamed.',
  'refusal.unreadable':
    '{file, select, no {The pasted text} other {“{name}”}} could not be read. Check that you may open it, then add it again.',
  'refusal.folder': '{file, select, no {The pasted text} other {“{name}”}} is a folder. Add the files in it instead.',
  'refusal.empty': '{file, select, no {The pasted text} other {“{name}”}} is empty.',
  'refusal.tooLarge': '{file, select, no {The pasted text} other {“{name}”}} is too large to be an article.',
  'refusal.binary':
    '{file, select, no {The pasted text} other {“{name}”}} is not a text file. Plain text and history files can be added.',
  'refusal.noArticle':
    'No article text was found in {file, select, no {the pasted text} other {“{name}”}}. The first line is the headline; text follows below it.',
  'refusal.notAHistory':
    '{file, select, no {The pasted text} other {“{name}”}} looks like a history file, but its content is not one.',
  'refusal.newer':
    '{file, select, no {The pasted text} other {“{name}”}} was made by a newer Palimpsest{has, select, no {} other { (format {detail})}}. Install it to open this file.',
  'refusal.damaged':
    '{file, select, no {The pasted text} other {“{name}”}} is damaged{has, select, no {} other { ({detail})}}. What could be read before that place was kept.',
  'refusal.truncated':
    '{file, select, no {The pasted text} other {“{name}”}} ends too early{has, select, no {} other { ({detail})}}. It may not have been downloaded whole.',
  'refusal.unsafe':
    '{file, select, no {The pasted text} other {“{name}”}} is made in a way that could do harm{has, select, no {} other { ({detail})}}. Nothing of it was opened.',
  'refusal.encrypted':
    '{file, select, no {The pasted text} other {“{name}”}} is encrypted. Decrypt it and add it again.',
  'refusal.unknownFormat': '{file, select, no {The pasted text} other {“{name}”}} has no format that Palimpsest knows.',
  'refusal.wrongSchema':
    '{file, select, no {The pasted text} other {“{name}”}} is not what its program writes{has, select, no {} other { ({detail})}}.',
  'refusal.needsFiles':
    '{file, select, no {The pasted text} other {“{name}”}} needs files that lie beside it{has, select, no {} other {: {detail}}}.',
  'refusal.notAPage':
    '{file, select, no {The pasted text} other {“{name}”}} holds no page here{has, select, no {} other { ({detail})}}.',
  'refusal.badTime':
    '{file, select, no {The pasted text} other {“{name}”}} has a time that cannot be read{has, select, no {} other { ({detail})}}.',
  'refusal.tampered':
    '{file, select, no {The pasted text} other {“{name}”}} is not what was written: its own hashes do not fit{has, select, no {} other { ({detail})}}.',
  'refusal.title': '{n, plural, one {# file} other {# files}} could not be added',
  'refusal.nothing': '{n, plural, one {Nothing of it was stored.} other {Nothing of them was stored.}}',

  // Marks of the reader, and deleting
  'marked.starred': 'Starred',
  'marked.starRemoved': 'Star removed',
  'marked.oneVersion': 'This article has one version. There is no change to mark as unread.',
  'marked.read': 'Marked as read.',
  'marked.unread': 'Marked the newest change as unread.',
  'marked.unreadAgain': 'Marked as unread again.',
  'marked.readAgain': 'Marked as read again.',
  'delete.article':
    'Deleted {title, select, no {the article} other {“{headline}”}}. It stays in Recently deleted for 30 days.',
  'delete.version':
    'Deleted v{version} of {title, select, no {the article} other {“{headline}”}}. It stays in Recently deleted for 30 days.',
  'delete.restored': 'Restored {title, select, no {the article} other {“{headline}”}}.',
  'delete.restoredVersion': 'Restored v{version} of {title, select, no {the article} other {“{headline}”}}.',
  'delete.noLonger': 'It is no longer in Recently deleted.',
  'delete.already': 'It is already in Recently deleted.',
  'delete.emptied': 'Deleted {amount} for good.',
  'delete.empty': 'Empty Recently deleted?',
  'delete.emptyText':
    '{known, select, no {Everything in it} other {{amount}}} will be deleted for good, with the raw pages that nothing else needs. This cannot be undone.',
  'delete.emptyBackups': 'Backups that were made before still hold it until newer ones take their place.',
  'delete.forGood': 'Delete for good',
  'delete.deleting': 'Deleting',

  // Held over the window
  'drop.files': 'Add {n, plural, one {# file} other {# files}} to the library',
  'drop.links': 'Look at this link, to add it'
} as const
