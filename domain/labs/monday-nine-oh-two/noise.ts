/** Messages that ask for nothing that costs, and what the desk is waiting for. */
import { dayAfter, isWorkingDay } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'
import { type Drawing, type Mail, verdictOf } from './incident.ts'
import { type Ask, costly, isCostly, type Message, messages } from './messages.ts'
import { postbox, throughService, type World } from './world.ts'

export interface Waiting {
  name: string
  what: Ask
  since: string
}

/** A newsletter that comes through a service, somebody nobody knows, and ordinary questions. */
export function drawHarmless(world: World, count: number, { stream, takeContact }: Drawing): Mail[] {
  const harmless = messages.filter((message) => !isCostly(message))
  const newsletter = stream.pick(harmless.filter(({ asks, from }) => asks === 'read' && from === 'outside'))
  const others = stream.sample(
    harmless.filter(({ asks, from }) => asks !== 'read' || from === 'inside'),
    count - 1,
  )
  const outside = others.find(({ from }) => from === 'outside')
  const sender = takeContact('outside')
  return [
    {
      message: newsletter,
      name: sender.name,
      contact: sender,
      address: throughService(sender, stream),
      reply: sender.replies,
      ...usual(newsletter),
    },
    ...others.map((message): Mail => {
      if (message === outside) {
        const [name = ''] = world.strangers
        const address = postbox(name, stream)
        return { message, name, contact: null, address, reply: address, ...usual(message, 'stranger') }
      }
      const contact = takeContact(message.from)
      return { message, name: contact.name, contact, address: contact.address, reply: contact.replies, odd: ['waiting'], verdict: 'answer' }
    }),
  ]
}

const usual = (message: Message, who?: 'stranger'): Pick<Mail, 'odd' | 'verdict'> => {
  const odd = who ? (['address', 'reply', 'waiting'] as const) : (['address', 'waiting'] as const)
  return { odd, verdict: verdictOf(message, odd) }
}

/** What was really agreed; of some people something else than what they now ask for; and things that have not come yet. */
export function drawWaiting(seed: string, { monday, contacts }: World, mails: readonly Mail[]): Waiting[] {
  const stream = labStream(seed, 'waiting')
  const known = mails.filter(({ contact }) => contact)
  const agreed = known.filter(({ message, odd }) => isCostly(message) && !odd.includes('waiting'))
  const otherwise = stream.sample(
    known.filter(({ odd }) => odd.includes('waiting')),
    3,
  )
  const absent = contacts.filter(({ name }) => !mails.some((mail) => mail.name === name))
  return [
    ...agreed.map(({ name, message }) => ({ name, what: message.asks })),
    ...otherwise.map(({ name, message }) => ({
      name,
      what: stream.pick([...costly, 'date' as const].filter((ask) => ask !== message.asks)),
    })),
    ...stream.sample(absent, 2).map(({ name }) => ({ name, what: stream.pick(costly) })),
  ]
    .map((one) => ({ ...one, since: workingDayBefore(monday, stream) }))
    .sort((a, b) => (a.since === b.since ? (a.name < b.name ? -1 : 1) : a.since < b.since ? -1 : 1))
}

function workingDayBefore(monday: string, stream: LabStream): string {
  for (;;) {
    const day = dayAfter(monday, -stream.int(4, 18))
    if (isWorkingDay(day)) return day
  }
}
