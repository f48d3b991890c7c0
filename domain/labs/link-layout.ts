/** Where the rows of a case file stand when their links are drawn. Pure; lengths in pixels. */
import type { Link } from './workbench.ts'

export interface Placed {
  mark: number
  x: number
  y: number
}

export interface LinkLayout {
  width: number
  height: number
  /** Only rows that are linked. */
  placed: Placed[]
  /** A line for each two rows that hold a value in common, with how many they do. */
  lines: { from: Placed; to: Placed; values: number }[]
}

/** Of the disc that holds a row's letter. */
export const discRadius = 11
/** Between the middles of neighbours; discs stay apart. */
const step = 2 * discRadius + 6
/** Of the ring that even two rows stand on: their line is seen. */
const smallestRing = 30
const margin = discRadius + 3

/**
 * Rows that are linked with each other, directly or by others, share a ring: no line on it passes under a third row. Rings stand beside each
 * other, as many in a line as fit; one that is wider than that stands alone.
 * @param width for the rings, in pixels.
 */
export function layOut(links: readonly Link[], width: number): LinkLayout {
  const placed: Placed[] = []
  const shelf = { x: 0, y: 0, height: 0 }
  let widest = 0
  for (const ring of ringsOf(links)) {
    const radius = ringRadius(ring.length)
    const side = 2 * (radius + margin)
    if (shelf.x > 0 && shelf.x + side > width) Object.assign(shelf, { x: 0, y: shelf.y + shelf.height, height: 0 })
    const middle = { x: shelf.x + side / 2, y: shelf.y + side / 2 }
    for (const [index, mark] of ring.entries()) placed.push({ mark, ...onRing(middle, radius, index / ring.length) })
    shelf.x += side
    shelf.height = Math.max(shelf.height, side)
    widest = Math.max(widest, shelf.x)
  }
  return { width: Math.ceil(widest), height: Math.ceil(shelf.y + shelf.height), placed, lines: linesOf(links, placed) }
}

const ringRadius = (count: number) => Math.max(smallestRing, step / (2 * Math.sin(Math.PI / count)))

/** From the top, clockwise. */
function onRing(middle: { x: number; y: number }, radius: number, part: number): { x: number; y: number } {
  const angle = 2 * Math.PI * part - Math.PI / 2
  return { x: round(middle.x + radius * Math.cos(angle)), y: round(middle.y + radius * Math.sin(angle)) }
}

/** The same on server and in browser, to the last digit. */
const round = (value: number) => Math.round(value * 100) / 100

/** Rows that hang together, each group in the order of the case file. */
function ringsOf(links: readonly Link[]): number[][] {
  let rings: Set<number>[] = []
  for (const { marks } of links) {
    const touched = rings.filter((ring) => marks.some((mark) => ring.has(mark)))
    const joined = new Set([...marks, ...touched.flatMap((ring) => [...ring])])
    rings = [...rings.filter((ring) => !touched.includes(ring)), joined]
  }
  return rings.map((ring) => [...ring].sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

function linesOf(links: readonly Link[], placed: readonly Placed[]): LinkLayout['lines'] {
  const places = new Map(placed.map((place) => [place.mark, place]))
  const lines = new Map<string, LinkLayout['lines'][number]>()
  for (const { marks } of links)
    for (const [index, one] of marks.entries())
      for (const other of marks.slice(index + 1)) {
        const [from, to] = [places.get(one), places.get(other)]
        const key = `${one} ${other}`
        if (from && to) lines.set(key, { from, to, values: (lines.get(key)?.values ?? 0) + 1 })
      }
  return [...lines.values()]
}
