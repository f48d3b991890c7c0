/** The messages that ask for something that costs: which of three things about each is not as it should be, and whose hand some of them share. */
import { type LabStream, labStream } from '../stream.ts'
import { isCostly, type Message, messages } from './messages.ts'
import { type Contact, lookAlike, postbox, throughService } from './world.ts'

/** What does not fit: the address, where replies go, or that nobody was waiting for it. */
export type Odd = 'address' | 'reply' | 'waiting'
export type Verdict = 'report' | 'check' | 'answer'

export interface Mail {
  message: Message
  name: string
  contact: Contact | null
  address: string
  reply: string
  odd: readonly Odd[]
  verdict: Verdict
}

/** The rule of the house: nothing costly, or nothing odd: as usual; one thing odd: ask by another way; two or three: report. */
export const verdictOf = (message: Message, odd: readonly Odd[]): Verdict =>
  !isCostly(message) || odd.length === 0 ? 'answer' : odd.length === 1 ? 'check' : 'report'

const pairs: readonly (readonly Odd[])[] = [
  ['address', 'reply'],
  ['reply', 'waiting'],
  ['address', 'waiting'],
]
const singles: readonly (readonly Odd[])[] = [['address'], ['reply'], ['waiting']]

export interface Drawing {
  stream: LabStream
  /** Hands out each contact once. */
  takeContact: (from: Message['from']) => Contact
}

export function drawCostly(seed: string, drawing: Drawing): { mails: Mail[]; collector: string | null } {
  const { stream } = drawing
  const odds = oddsOf(stream)
  const wanted = stream.sample(messages.filter(isCostly), odds.length)
  // Among those with nothing odd at least one is in a hurry.
  const clean = odds.findIndex((odd) => odd.length === 0)
  const urgent = wanted.findIndex(({ tone }) => tone === 'urgent')
  if (urgent < 0) wanted[clean] = stream.pick(messages.filter((one) => isCostly(one) && one.tone === 'urgent'))
  else [wanted[clean], wanted[urgent]] = [wanted[urgent], wanted[clean]] as [Message, Message]
  const mails = wanted.map((message, index) => mailOf(message, odds[index] ?? [], drawing))
  return { mails, collector: shareCollector(seed, mails) }
}

/** Four to report, two of them with replies that go astray; three or four to check; the others, of eleven in all, to answer. Each oddity is as frequent as the others. */
function oddsOf(stream: LabStream): (readonly Odd[])[] {
  const [first, second] = [
    stream.sample(
      pairs.filter((odd) => odd.includes('reply')),
      2,
    ),
    stream.pick(pairs),
  ]
  const reports = [...first, ['address', 'waiting'] as const, second]
  const checks = [...singles, ...stream.sample(singles, stream.int(0, 1))]
  return [...reports, ...checks, ...Array.from({ length: 11 - reports.length - checks.length }, () => [])]
}

function mailOf(message: Message, odd: readonly Odd[], { stream, takeContact }: Drawing): Mail {
  const contact = takeContact(message.from)
  const isReport = odd.length > 1
  const address = odd.includes('address') ? strangeAddress(contact, isReport, stream) : contact.address
  const reply = odd.includes('reply') ? strangeReply(contact, address, odd, stream) : contact.replies
  return { message, name: contact.name, contact, address, reply, odd, verdict: verdictOf(message, odd) }
}

/** One that nearly is the right one is never innocent; a private mailbox or a service may be. */
function strangeAddress(contact: Contact, isReport: boolean, stream: LabStream): string {
  if (isReport && stream.chance(0.5)) return lookAlike(contact, stream)
  return stream.chance(0.5) ? postbox(contact.name, stream) : throughService(contact, stream)
}

const strangeReply = (contact: Contact, address: string, odd: readonly Odd[], stream: LabStream) =>
  odd.includes('address') && stream.chance(0.5) ? address : postbox(contact.name, stream)

/** In most worlds the replies to some of the messages to be reported go to one and the same address. */
function shareCollector(seed: string, mails: Mail[]): string | null {
  const stream = labStream(seed, 'collector')
  const mine = mails.filter(({ verdict, odd }) => verdict === 'report' && odd.includes('reply'))
  const [first, ...others] = stream.sample(mine, stream.int(2, 3))
  if (!first || !stream.chance(0.66)) return null
  const collector = postbox(first.name, stream)
  for (const mail of [first, ...others]) mail.reply = collector
  return collector
}
