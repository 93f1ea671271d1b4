import { expect, test } from 'vitest'
import { placedOn, type Bounds } from '../../src/main/bounds.ts'

const main: Bounds = { x: 0, y: 25, width: 1920, height: 1055 }
const beside: Bounds = { x: 1920, y: 0, width: 1280, height: 1024 }
const above: Bounds = { x: 0, y: -1080, width: 1920, height: 1080 }
const small: Bounds = { x: 0, y: 0, width: 600, height: 400 }

test.each<[string, readonly Bounds[], Bounds | undefined, Bounds]>([
  ['never placed: in the middle of the first', [main, beside], undefined, { x: 240, y: 103, width: 1440, height: 900 }],
  ['left as it was', [main], { x: 100, y: 100, width: 900, height: 700 }, { x: 100, y: 100, width: 900, height: 700 }],
  [
    'on the display beside',
    [main, beside],
    { x: 2000, y: 50, width: 900, height: 700 },
    { x: 2000, y: 50, width: 900, height: 700 }
  ],
  [
    'on the display above',
    [main, above],
    { x: 10, y: -900, width: 900, height: 700 },
    { x: 10, y: -900, width: 900, height: 700 }
  ],
  [
    'whose display is gone: in the middle',
    [main],
    { x: 2000, y: 50, width: 900, height: 700 },
    { x: 510, y: 203, width: 900, height: 700 }
  ],
  [
    'larger than its display',
    [main, beside],
    { x: 1930, y: -20, width: 1900, height: 1500 },
    { x: 1920, y: 0, width: 1280, height: 1024 }
  ],
  [
    'half beyond the edge: moved in',
    [main],
    { x: 1500, y: 900, width: 900, height: 700 },
    { x: 1020, y: 380, width: 900, height: 700 }
  ],
  [
    'its header above the display',
    [main],
    { x: 40, y: -300, width: 900, height: 700 },
    { x: 40, y: 25, width: 900, height: 700 }
  ],
  [
    'with only a corner left in view',
    [main],
    { x: 1900, y: 1060, width: 900, height: 700 },
    { x: 510, y: 203, width: 900, height: 700 }
  ],
  [
    'between two: on the one with more of it',
    [main, beside],
    { x: 1800, y: 50, width: 900, height: 700 },
    { x: 1920, y: 50, width: 900, height: 700 }
  ],
  [
    'smaller than the least',
    [main],
    { x: 10, y: 30, width: 10, height: 10 },
    { x: 640, y: 343, width: 640, height: 420 }
  ],
  ['a display smaller than the least window', [small], undefined, { x: 0, y: 0, width: 600, height: 400 }],
  ['no display is known', [], undefined, { x: 0, y: 0, width: 1440, height: 900 }]
])('a window %s', (_name, displays, left, placed) => {
  expect(placedOn(displays, left)).toEqual(placed)
})
