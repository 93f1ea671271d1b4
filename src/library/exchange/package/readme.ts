/** What a package says to whoever opens it without knowing what it is. */
export const readme = `This is a Palimpsest package: articles with every version of them that was seen.

It is a ZIP archive. Rename it to end in .zip to look inside, or in .wacz to open it with
ReplayWeb.page (https://replayweb.page), which shows the pages as they were received.

  palimpsest/package.json     what is in here, who says that they made it, and when
  palimpsest/articles/N.jsonl one article: its blocks of text, every look at it, every version
  archive/data.warc.gz        the pages as they were received (WARC 1.1)
  indexes/, pages/            where in the archive each page is
  datapackage.json            the SHA-256 of every file
  verify.py                   checks all of it:  python3 verify.py THIS-FILE

In an article's file a line that begins with [ is a block of text, and a line that begins with
{"article": is a record of its chain, each exactly as it was hashed: a block with
"palimpsest/block/1" and a line break before it, a record with "palimpsest/rev/1" and a line
break. A version's text is the hash of "palimpsest/text/1", a line break, and the hashes of its
blocks. Each record holds the hash of the one before.

What this proves: that nothing was changed by accident, or by somebody who did not make every
hash anew. What it does not: who made it, or when. The name in package.json is one that anybody
could have written. Only a hash that was kept elsewhere at the time shows more.
`
