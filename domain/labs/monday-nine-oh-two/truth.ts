/** What is right, what only looked like it, and the way there. */
import type { DebriefStep, Decoy, Table, TaskTruth, Truth } from '../types.ts'
import type { Mail, Verdict } from './incident.ts'
import { costly, isCostly } from './messages.ts'
import type { Waiting } from './noise.ts'
import type { Ways } from './ways.ts'

interface Collecting {
  /** The address that replies to several messages go to. */
  collector: string | null
  ways: Ways
}

export function truthOf(
  mails: readonly Mail[],
  agreed: readonly Waiting[],
  { collector, ways: { noneShared, weightOfDanger } }: Collecting,
  book: Table,
): Omit<Truth, 'namesOnly'> {
  const rowsOf = (holds: (mail: Mail) => boolean) => mails.flatMap((mail, index) => (holds(mail) ? [`inbox-${index + 1}`] : []))
  const withVerdict = (wanted: Verdict) => rowsOf(({ verdict }) => verdict === wanted)
  const dangerous = withVerdict('report')
  const tasks: Record<string, TaskTruth> = {
    report: { kind: 'rows', rows: dangerous },
    check: { kind: 'rows', rows: withVerdict('check') },
    answer: { kind: 'rows', rows: withVerdict('answer'), ...(weightOfDanger !== null && { weighs: weighing(dangerous, weightOfDanger) }) },
    collector: { kind: 'value', value: collector ?? noneShared },
    channel: { kind: 'choice', worth: { 'number-in-the-book': 1, 'ask-around': 0.3, reply: 0, 'number-in-the-mail': 0 } },
  }
  // A message to be reported always differs from what the book says of its sender.
  const reported = new Set(mails.filter(({ verdict }) => verdict === 'report').map(({ name }) => name))
  const entries = book.rows.filter(({ cells }) => reported.has(String(cells[0]))).map(({ id }) => id)
  const evidence = [...dangerous, ...entries]
  return { tasks, evidence, decoys: decoysOf(mails, agreed, rowsOf), steps: stepsOf(mails, collector, rowsOf) }
}

const weighing = (rows: readonly string[], weight: number) => Object.fromEntries(rows.map((row) => [row, weight] as const))

type RowsOf = (holds: (mail: Mail) => boolean) => string[]

function decoysOf(mails: readonly Mail[], agreed: readonly Waiting[], rowsOf: RowsOf): Decoy[] {
  const clean = (mail: Mail) => mail.verdict === 'answer' && isCostly(mail.message)
  const urgent = mails.find((mail) => clean(mail) && mail.message.tone === 'urgent')
  const isUrgent = (mail: Mail) => mail === urgent
  const isNewsletter = ({ message, odd }: Mail) => message.asks === 'read' && odd.includes('address')
  const newsletter = mails.find(isNewsletter)
  const stranger = mails.find(({ contact }) => !contact)
  const all: Decoy[] = [
    {
      id: 'one-thing-odd',
      rows: rowsOf(({ verdict }) => verdict === 'check'),
      values: { count: mails.filter(({ verdict }) => verdict === 'check').length },
    },
    {
      id: 'urgent-but-real',
      rows: rowsOf(isUrgent),
      values: { name: urgent?.name ?? '', since: agreed.find(({ name }) => name === urgent?.name)?.since ?? '' },
    },
    { id: 'expected', rows: rowsOf((mail) => clean(mail) && !isUrgent(mail)), values: {} },
    {
      id: 'newsletter',
      rows: rowsOf(isNewsletter),
      values: { name: newsletter?.name ?? '', address: newsletter?.address ?? '', reply: newsletter?.reply ?? '' },
    },
    { id: 'stranger', rows: rowsOf(({ contact }) => !contact), values: { name: stranger?.name ?? '' } },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

function stepsOf(mails: readonly Mail[], collector: string | null, rowsOf: RowsOf): DebriefStep[] {
  const asking = mails.filter(({ message }) => isCostly(message))
  const strange = asking.filter(({ odd }) => odd.includes('address') || odd.includes('reply'))
  const unexpected = asking.filter(({ odd }) => odd.includes('waiting'))
  return [
    { id: 'asks', view: { table: 'inbox', where: [{ column: 'asks', in: [...costly] }] }, values: { count: asking.length } },
    {
      id: 'book',
      view: { table: 'book', where: [{ column: 'name', in: strange.map(({ name }) => name) }] },
      values: { count: strange.length },
    },
    {
      id: 'waiting',
      view: { table: 'inbox', where: [{ column: 'name', in: unexpected.map(({ name }) => name) }] },
      values: { count: unexpected.length },
    },
    {
      id: 'collector',
      view: collector
        ? { table: 'inbox', where: [{ column: 'reply', is: collector }] }
        : { table: 'inbox', where: [], sort: { column: 'reply', isDescending: false } },
      values: { isShared: collector ? 'yes' : 'no', collector: collector ?? '', count: rowsOf(({ reply }) => reply === collector).length },
    },
  ]
}
