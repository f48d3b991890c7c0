import { dayAfter, timeOn } from '../calendar.ts'
import { guessByNames } from '../names-only.ts'
import { type LabStream, labStream } from '../stream.ts'
import type { Cell, Generated, Table, TableSpec } from '../types.ts'
import { type Drawing, drawCostly, type Mail } from './incident.ts'
import { drawHarmless, drawWaiting } from './noise.ts'
import { truthOf } from './truth.ts'
import type { Ways } from './ways.ts'
import { type Contact, drawWorld, type World } from './world.ts'

const mailCount = 14
const inbox: TableSpec = {
  id: 'inbox',
  columns: [
    { id: 'time', kind: 'time' },
    { id: 'name', kind: 'text' },
    { id: 'address', kind: 'text' },
    { id: 'reply', kind: 'text' },
    { id: 'asks', kind: 'word' },
    { id: 'tone', kind: 'word' },
    { id: 'text', kind: 'word' },
  ],
}
const bookWith = (since: Ways['since']): TableSpec => ({
  id: 'book',
  columns: [
    { id: 'name', kind: 'text' },
    { id: 'firm', kind: 'text' },
    { id: 'address', kind: 'text' },
    { id: 'replies', kind: 'text' },
    { id: 'since', kind: since },
  ],
})
const waiting: TableSpec = {
  id: 'waiting',
  columns: [
    { id: 'since', kind: 'day' },
    { id: 'name', kind: 'text' },
    { id: 'what', kind: 'word' },
  ],
}

export function generate(seed: string, ways: Ways): Generated {
  const world = drawWorld(seed, ways)
  const drawing: Drawing = { stream: labStream(seed, 'inbox'), takeContact: handingOut(world, labStream(seed, 'senders')) }
  const { mails: costly, collector } = drawCostly(seed, drawing)
  const mails = labStream(seed, 'order').shuffle([...costly, ...drawHarmless(world, mailCount - costly.length, drawing)])
  const agreed = drawWaiting(seed, world, mails)
  const times = drawTimes(world, labStream(seed, 'times'))
  const inboxTable = tableOf(
    inbox,
    mails.map(({ name, address, reply, message }, index) => [
      times[index] ?? null,
      name,
      address,
      reply,
      message.asks,
      message.tone,
      message.code,
    ]),
  )
  const contacts = [...world.contacts].sort((a, b) => (a.name < b.name ? -1 : 1))
  const bookTable = tableOf(
    bookWith(ways.since),
    contacts.map(({ name, firm, address, replies, since }) => [
      ...[name, firm, address, replies],
      ways.since === 'number' ? since : String(since),
    ]),
  )
  const tables = [
    inboxTable,
    bookTable,
    tableOf(
      waiting,
      agreed.map(({ since, name, what }) => [since, name, what]),
    ),
  ]
  const found = mails.flatMap(({ verdict }, index) => (verdict === 'report' ? [index] : []))
  const names = mails.map(({ name }) => name)
  return {
    evidence: { tables },
    truth: {
      ...truthOf(mails, agreed, { collector, ways }, bookTable),
      namesOnly: guessByNames(names, found, labStream(seed, 'names only')),
    },
  }
}

/** Each contact writes once. */
function handingOut({ contacts }: World, stream: LabStream): (from: Mail['message']['from']) => Contact {
  const left = stream.shuffle(contacts)
  return (from) => {
    const index = left.findIndex((contact) => contact.from === from)
    // Nobody of that side is left: somebody of the other side writes.
    return left.splice(Math.max(index, 0), 1)[0] as Contact
  }
}

/** From Friday evening to two minutes past nine on Monday, in order; the last comes as one sits down. */
function drawTimes({ monday }: World, stream: LabStream): string[] {
  const friday = Array.from({ length: 5 }, () => timeOn(dayAfter(monday, -3), stream.int(16 * 60, 21 * 60)))
  const weekend = Array.from({ length: 3 }, () => timeOn(dayAfter(monday, -2), stream.int(9 * 60, 40 * 60)))
  const morning = Array.from({ length: mailCount - 9 }, () => timeOn(monday, stream.int(6 * 60, 9 * 60)))
  return [...friday, ...weekend, ...morning, timeOn(monday, 9 * 60 + 2)].sort()
}

const tableOf = (spec: TableSpec, cells: readonly (readonly Cell[])[]): Table => ({
  ...spec,
  rows: cells.map((one, index) => ({ id: `${spec.id}-${index + 1}`, cells: one })),
})
