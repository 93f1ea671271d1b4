import { afterEach, describe, expect, test, vi } from 'vitest'
import { hasColour, oneLine, table } from '../../src/cli/terminal.ts'
import { isDate, momentOf, wall } from '../../src/cli/times.ts'
import { markdown } from '../../src/cli/markdown.ts'

const { isTTY, columns } = process.stdout
afterEach(() => {
  Object.assign(process.stdout, { isTTY, columns })
  vi.unstubAllEnvs()
})

/** As if standard output were a terminal of so many columns. */
function terminal(columns: number): void {
  Object.assign(process.stdout, { isTTY: true, columns })
  vi.stubEnv('NO_COLOR', '')
  vi.stubEnv('TERM', 'xterm')
}

describe('colours', () => {
  test('there are some on a terminal alone, and none where NO_COLOR or a dumb terminal says so', () => {
    Object.assign(process.stdout, { isTTY: false })
    expect(hasColour()).toBe(false)
    terminal(80)
    expect(hasColour()).toBe(true)
    vi.stubEnv('NO_COLOR', '1')
    expect(hasColour()).toBe(false)
    vi.stubEnv('NO_COLOR', '')
    vi.stubEnv('TERM', 'dumb')
    expect(hasColour()).toBe(false)
  })
})

describe('a table', () => {
  const named = [{ name: 'id', right: true }, { name: 'headline' }]

  test('stands in columns in every script', () => {
    const rows = [
      ['7', '旧潮見原駅の木造駅舎'],
      ['12', 'Library to open']
    ]
    Object.assign(process.stdout, { isTTY: false })
    expect(
      table(
        [...named, { name: 'x' }],
        rows.map((row) => [...row, 'x'])
      ).split('\n')
    ).toEqual(['id  headline              x', ' 7  旧潮見原駅の木造駅舎  x', '12  Library to open       x'])
  })

  test('is cut to the width of a terminal, and of nothing else', () => {
    const rows = [['1', '旧潮見原駅の木造駅舎、保存へ 市が解体方針を転換した']]
    Object.assign(process.stdout, { isTTY: false })
    expect(table(named, rows)).toContain('転換した')
    terminal(30)
    vi.stubEnv('NO_COLOR', '1')
    expect(table(named, rows).split('\n')[1]).toBe(' 1  旧潮見原駅の木造駅舎、保…')
  })
})

test.each([
  ['a\nb\u001B[31mc', 'a b [31mc'],
  ['\u202Eabc\u2066', 'abc'],
  ['  x\u009By ', 'x y']
])('%j is one harmless line', (text, line) => expect(oneLine(text)).toBe(line))

describe('times', () => {
  test.each(['2026-05-01', '2026-05-01 14:00', '2026-05-01T14:00:30Z', '2026-05-01T14:00+02:00'])('%s is one', (text) =>
    expect(isDate(text)).toBe(true)
  )
  test.each(['yesterday', '2026-13-01', '2026-05', '3', 'v3', '2026-05-01T25:00'])('%s is none', (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => momentOf(text)).toThrow('is no date')
  })

  test('a day begins and ends by the clock of this computer, and a zone is kept', () => {
    expect([wall(momentOf('2026-05-01')), wall(momentOf('2026-05-01', 'end'))]).toEqual([
      '2026-05-01 00:00',
      '2026-05-01 23:59'
    ])
    expect(momentOf('2026-05-01T14:00+02:00')).toBe('2026-05-01T12:00:00.000Z')
  })
})

test('as Markdown, what a page wrote is never a mark', () => {
  const link = { text: 'the plan', href: 'https://a.example/x?<y>' }
  const blocks = [
    { kind: 'headline', text: 'A *starred* [one]' },
    { kind: 'paragraph', text: '# of the plan', links: [link] },
    { kind: 'quote', text: 'First\nsecond' },
    { kind: 'list-item', text: 'one' },
    { kind: 'image', text: 'A wall', src: 'https://a.example/wall.jpg' }
  ] as const
  expect(markdown({ blocks, claims: [] })).toBe(
    [
      String.raw`# A \*starred\* \[one\]`,
      String.raw`\# of [the plan](<https://a.example/x?%3Cy%3E>)`,
      '> First\n> second',
      '- one',
      '![A wall](<https://a.example/wall.jpg>)'
    ].join('\n\n')
  )
})
