/** The expert's path: what is kept here, what could be read of the incidents, how soon, for what money. */
import type { DebriefStep } from '../types.ts'
import { budget, controlRow, type World } from './world.ts'

export function stepsOf({ firm, controls, incidents, model, best, blind }: World): DebriefStep[] {
  const records = firm.filter(({ kept }) => kept !== null)
  const written = records.filter(({ kept }) => kept !== 'not-written')
  const seen = new Set(model.incidents.flatMap(({ sights }) => sights.map(({ line }) => line)))
  const lines = incidents.flatMap((incident) => incident.lines)
  const readable = lines.filter(({ row }) => seen.has(row))
  const seeing = controls.filter(({ every }, index) => every !== null && !blind.includes(index))
  const chosen = controls.filter((_, index) => best.rows.includes(controlRow(index)))
  return [
    {
      id: 'what-is-kept',
      view: {
        table: 'firm',
        where: [{ column: 'kept', in: ['elsewhere', 'on-the-machine'] }],
        sort: { column: 'days', isDescending: true },
      },
      values: { written: written.length, missing: records.length - written.length },
    },
    {
      id: 'what-can-be-read',
      view: { table: 'incidents', where: [{ column: 'trace', in: [...new Set(readable.map(({ trace }) => trace))].sort() }] },
      values: { readable: readable.length, lines: lines.length },
    },
    {
      id: 'how-soon',
      view: {
        table: 'controls',
        where: [{ column: 'control', in: seeing.map(({ code }) => code) }],
        sort: { column: 'every', isDescending: false },
      },
      values: { seeing: seeing.length, blind: blind.length },
    },
    {
      id: 'for-what-money',
      view: {
        table: 'controls',
        where: [{ column: 'control', in: chosen.map(({ code }) => code) }],
        sort: { column: 'cost', isDescending: false },
      },
      values: { controls: chosen.length, cost: best.cost, most: budget, saved: best.saved },
    },
  ]
}
