import { typefaces, type Typeface } from '../ui/reading.ts'

/** The typefaces that this computer has: those that come with the application, the system's own, and Georgia where it is. */
export function typefacesHere(has = hasFamily): readonly Typeface[] {
  return typefaces.filter((face) => face !== 'georgia' || has('Georgia'))
}

/** A family that is not there is drawn with the one after it, in the same widths. */
function hasFamily(family: string): boolean {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return false
  const width = (fallback: string, first = ''): number => {
    context.font = `72px ${first}${fallback}`
    return context.measureText('Handgloves 0123 & mmmwwwiii').width
  }
  return ['monospace', 'sans-serif'].every((fallback) => width(fallback, `'${family}', `) !== width(fallback))
}
