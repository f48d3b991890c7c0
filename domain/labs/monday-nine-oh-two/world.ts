/** The desk on a Monday: its address book, and addresses that are in none. */
import { dayAfter, daysFrom, isWorkingDay, weekdayOf } from '../calendar.ts'
import { namesFrom } from '../people.ts'
import { type LabStream, labStream } from '../stream.ts'
import type { Ways } from './ways.ts'

export interface Contact {
  name: string
  firm: string
  address: string
  /** Where replies go as a rule: to the sender, or to a box of the firm. */
  replies: string
  /** A year. */
  since: number
  from: 'inside' | 'outside'
}

export interface World {
  monday: string
  contacts: Contact[]
  /** Names that stand in no address book. */
  strangers: string[]
}

/** As many that each message finds a sender of its kind. */
const insideCount = 11
const outsideCount = 13
const ourFirm = { name: 'Orinasu Works', domain: 'orinasu-works.example' }
const firms = [
  ...['Kessel Parts', 'Harbour Crates', 'Linden Freight', 'Tovar Tools', 'Mirano Paper', 'Silverbeck Pumps', 'Ondara Cables'],
  ...['Fennmark Labels', 'Quillon Office', 'Brightwell Lamps', 'Dornholt Steel', 'Sunadori Print'],
]
const services = ['mailer.example', 'send-desk.example', 'round-letter.example', 'ticket-line.example']
const postboxes = ['postbox.example', 'inkpost.example', 'quickmail.example', 'letterhouse.example']

const mondays = daysFrom('2024-02-01', '2025-12-15').filter((date) => weekdayOf(date) === 1)

/** Mondays about which the office is open on some days, counted from that Monday: below zero in the week before. */
export const mondaysOpenOn = (days: readonly number[]): string[] =>
  mondays.filter((monday) => days.every((count) => isWorkingDay(dayAfter(monday, count))))

export function drawWorld(seed: string, ways: Ways): World {
  const names = namesFrom(labStream(seed, 'people'), 27)
  const stream = labStream(seed, 'address book')
  const others = stream
    .sample(firms, 4)
    .map((name, index) => ({ name, domain: `${name.toLowerCase().replace(' ', '-')}.example`, hasBox: index < 3 }))
  const contacts = names.slice(0, insideCount + outsideCount).map((name, index): Contact => {
    const other = index < insideCount ? null : others[(index - insideCount) % others.length]
    const { domain, name: firm } = other ?? ourFirm
    const address = addressOf(name, domain)
    const replies = other?.hasBox ? `orders@${domain}` : address
    return { name, firm, address, replies, since: stream.int(2011, 2024), from: other ? 'outside' : 'inside' }
  })
  return { monday: labStream(seed, 'calendar').pick(ways.mondays), contacts, strangers: names.slice(insideCount + outsideCount) }
}

const addressOf = (name: string, domain: string) => `${name.toLowerCase().replace(' ', '-')}@${domain}`

/** An address that nearly is one of the book. */
export function lookAlike({ address }: Contact, stream: LabStream): string {
  const [user = '', domain = ''] = address.split('@')
  const label = domain.replace(/\.example$/, '')
  const place = stream.int(1, label.length - 2)
  const changed = stream.pick([
    `${label.slice(0, place)}${label.slice(place + 1)}`,
    `${label.slice(0, place)}${label[place]}${label.slice(place)}`,
    label.replace('-', ''),
    `${label}-group`,
  ])
  return `${user}@${changed}.example`
}

/** A mailbox that anybody can open under any name. */
export const postbox = (name: string, stream: LabStream): string =>
  addressOf(stream.pick([name, name.split(' ').reverse().join(' ')]), stream.pick(postboxes)).replace('@', `${stream.int(2, 99)}@`)

/** A firm that sends messages for others. */
export const throughService = ({ firm }: Contact, stream: LabStream): string =>
  `${firm.toLowerCase().replace(' ', '-')}@${stream.pick(services)}`
