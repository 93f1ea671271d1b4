import { expect, test } from 'vitest'
import { nextZoom, zoomSteps } from '../../src/main/zoom-steps.ts'

test('zoom goes step by step from 80 to 300 per cent and stops there', () => {
  let zoom = 80
  for (const step of zoomSteps.slice(1)) expect((zoom = nextZoom(zoom, 'in'))).toBe(step)
  expect(nextZoom(300, 'in')).toBe(300)
  expect(nextZoom(80, 'out')).toBe(80)
  expect(nextZoom(250, 'usual')).toBe(100)
})

test('a size between two steps goes to the next one', () => {
  expect(nextZoom(133, 'in')).toBe(150)
  expect(nextZoom(133, 'out')).toBe(125)
})
