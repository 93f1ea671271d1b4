import { describe, expect, test } from 'vitest'
import { FileRefusal } from '../../../src/library/exchange/read-file.ts'
import { readDump, type DumpRow, type Wanted } from '../../../src/library/exchange/sql-dump.ts'
import { expectFlat, memoryNow } from './memory.ts'

const wanted: Wanted = { t: { needs: ['id', 'words'], may: ['more'] } }

async function* inParts(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** The rows of a dump that comes in parts of one size, and what ended the reading. */
async function rowsOf(text: string | Buffer, size = 7): Promise<{ rows: DumpRow['values'][]; fault: string | null }> {
  const rows: DumpRow['values'][] = []
  try {
    for await (const { values } of readDump(inParts(text, size), wanted)) rows.push(values)
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    return { rows, fault: `${error.code} ${error.detail}` }
  }
  return { rows, fault: null }
}

const mysql = `-- MySQL dump 10.13
/*!40101 SET NAMES utf8 */;
DROP TABLE IF EXISTS \`t\`;
CREATE TABLE \`t\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`words\` text COLLATE utf8_unicode_ci DEFAULT 'a, (b)',
  \`price\` decimal(10,2),
  \`more\` varchar(255) COMMENT 'it''s (one), more',
  PRIMARY KEY (\`id\`),
  KEY \`by_words\` (\`words\`(10), \`id\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8;
LOCK TABLES \`t\` WRITE;
INSERT INTO \`other\` VALUES (1,'), (2'),(3,'INSERT INTO \`t\` VALUES (9);');
INSERT INTO \`t\` VALUES (1,'It\\'s \\"here\\", (a); -- no comment\\\\',1.50,NULL),(-2,'line\\nbreak\\ttab\\0nul\\Z\\%',NULL,'it''s'),
(3,_binary 'caf\u00e9 \u6c34 \ud83d\ude80',-1e5,0x414243);
INSERT IGNORE INTO db.\`t\` (\`more\`, \`words\`, \`id\`) VALUES (X'4D', '', 4);
UNLOCK TABLES;
-- Dump completed
`

const rows = [
  ['1', 'It\'s "here", (a); -- no comment\\', null],
  ['-2', 'line\nbreak\ttab\0nul\x1A\\%', "it's"],
  ['3', 'caf\u00e9 \u6c34 \ud83d\ude80', Buffer.from('ABC')],
  ['4', '', Buffer.from('M')]
]

describe('mysqldump', () => {
  test.each([1, 2, 3, 7, 64, 4096])('is read alike in parts of %i bytes', async (size) => {
    expect(await rowsOf(mysql, size)).toEqual({ rows, fault: null })
  })

  test('every place it may be cut at gives the rows before, and says so where a statement is cut', async () => {
    const starts = mysql.indexOf('INSERT INTO `t`')
    for (let end = starts + 40; end < mysql.indexOf('UNLOCK'); end++) {
      const { rows: found, fault } = await rowsOf(mysql.slice(0, end), 512)
      expect(rows.slice(0, found.length)).toEqual(found)
      expect(fault === null || /^(truncated|damaged)/.test(fault)).toBe(true)
    }
  })

  test('text that is no UTF-8 is what MySQL calls latin1', async () => {
    const latin = Buffer.from(
      "CREATE TABLE t (id int, words text);\nINSERT INTO t VALUES (1,'caf\u00e9 \u0093');",
      'latin1'
    )
    expect(await rowsOf(latin)).toEqual({ rows: [['1', 'caf\u00e9 \u201c', null]], fault: null })
  })
})

test('pg_dump: COPY blocks, in which a backslash escapes, and strings, in which it does not', async () => {
  const dump = `--
-- PostgreSQL database dump
--
SET standard_conforming_strings = on;
CREATE FUNCTION public.f() RETURNS void AS $$ BEGIN END; $$;
CREATE TABLE public.t (id integer NOT NULL, words text, more text);
COPY public.other (a) FROM stdin;
INSERT INTO t VALUES (8, 'no');
\\.
COPY public."t" (more, id, words) FROM stdin;
\\N\t1\tline\\nbreak\\ttab \\\\ caf\u00e9
\\x41\\102\t2\t
\\.
INSERT INTO public.t (id, words) VALUES (3, 'C:\\dir ''x''');
`
  for (const size of [1, 5, 4096])
    expect(await rowsOf(dump, size)).toEqual({
      rows: [
        ['1', 'line\nbreak\ttab \\ caf\u00e9', null],
        ['2', '', 'AB'],
        ['3', "C:\\dir 'x'", null]
      ],
      fault: null
    })
})

test('what is no plain row is refused by name, and nothing of it is run', async () => {
  const create = 'CREATE TABLE t (id int, words text, more text);'
  const faults = [
    ["INSERT INTO t VALUES (1, 'a');", 'wrong-schema t: its columns are not named'],
    ['CREATE TABLE t (id int);INSERT INTO t VALUES (1);', 'wrong-schema t.words'],
    [`${create}INSERT INTO t VALUES (1, load_file('/etc/passwd'), NULL);`, 'damaged a row of t holds no plain values'],
    [`${create}INSERT INTO t VALUES (1, (SELECT 2), NULL);`, 'damaged a row of t holds no plain values'],
    [`${create}INSERT INTO t VALUES (1, 'a');`, 'damaged a row of t has other columns'],
    [`${create}INSERT INTO t VALUES (1, 'a`, 'truncated it ends within a statement'],
    ['COPY t (id, words) FROM stdin;\n1\ta\n', 'truncated t has no end'],
    ['COPY t (id, words) FROM stdin;\n1\n\\.\n', 'damaged a row of t has other columns']
  ] as const
  for (const [text, fault] of faults) expect((await rowsOf(text)).fault).toBe(fault)
  expect(await rowsOf(`${create}INSERT INTO t SELECT * FROM u;`)).toEqual({ rows: [], fault: null })
})

test('a value without end is given up on before it fills the memory', async () => {
  async function* endless(): AsyncGenerator<Buffer> {
    yield Buffer.from("CREATE TABLE t (id int, words text);\nINSERT INTO t VALUES (1,'")
    for (;;) yield Buffer.alloc(2 ** 20, 'a')
  }
  const before = memoryNow()
  const reading = (async () => {
    for await (const row of readDump(endless(), wanted)) throw new Error(`a row: ${row.table}`)
  })()
  await expect(reading).rejects.toMatchObject({ code: 'too-large' })
  expectFlat(before)
})
