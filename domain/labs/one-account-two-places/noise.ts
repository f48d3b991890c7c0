/** Ordinary working days. Each second place, each new device and each sign-in without a second step has an innocent cause. */
import { timeOn } from '../calendar.ts'
import { type LabStream, labStream } from '../stream.ts'
import type { Account, World } from './world.ts'

export type Second = 'done' | 'remembered' | 'not_asked'
export type Cause = 'work' | 'phone' | 'travel' | 'vpn' | 'visit' | 'set-up' | 'room' | 'intruder'

/** One sign-in, and what is done until it ends. */
export interface Session {
  account: Account
  cause: Cause
  time: string
  town: string
  line: string
  device: string
  second: Second
}

type Place = Pick<Session, 'town' | 'line' | 'device'>

export const sessionsOf = (seed: string, world: World): Session[] => {
  const stream = labStream(seed, 'ordinary sessions')
  return world.days.flatMap((day, index) =>
    world.accounts.flatMap((account) =>
      account.kind === 'room' ? roomDay(stream, world, account, day) : dayOf(stream, world, account, index),
    ),
  )
}

const partOf = { afternoon: 0.35, phone: 0.3, vpn: 0.4, office: 0.7, tablet: 0.75 }

function dayOf(stream: LabStream, world: World, account: Account, index: number): Session[] {
  const { habit, away } = account
  const day = world.days[index] ?? ''
  const isAway = index >= away.first && index <= away.last
  if (isAway && habit === 'traveller') return travelDay(stream, account, day)
  if (isAway && habit === 'visitor') return visitDay(stream, account, day)
  const morning = stream.around(8 * 60 + 50, 70)
  const sessions = [atDesk(stream, world, account, index, morning)]
  if (stream.chance(partOf.afternoon)) sessions.push(atDesk(stream, world, account, index, stream.int(13 * 60, 18 * 60)))
  if (stream.chance(partOf.phone)) sessions.push(onPhone(stream, account, day))
  if ((habit === 'vpn' || habit === 'private-pc') && stream.chance(partOf.vpn)) sessions.push(onVpn(stream, world, account, day, morning))
  if (isAway && habit === 'set-up') sessions.push(setUp(stream, account, day, morning))
  return sessions
}

const session = (account: Account, cause: Cause, day: string, minutes: number, place: Place, second: Second): Session => ({
  account,
  cause,
  time: timeOn(day, minutes),
  ...place,
  second,
})

/** In the office nobody is asked for the second step; at home a browser remembers it for some days. */
function atDesk(stream: LabStream, { days, offices }: World, account: Account, index: number, minutes: number): Session {
  const { home, lines, devices, habit, away } = account
  const isInOffice = stream.chance(partOf.office)
  // The help desk sets a new laptop up; from the next day on its owner works with it.
  const device = habit === 'set-up' && index > away.first ? devices.other : devices.laptop
  const place = { town: home, line: isInOffice ? (offices[home] ?? '') : lines.home, device }
  return session(account, 'work', days[index] ?? '', minutes, place, isInOffice ? 'not_asked' : stream.chance(0.3) ? 'done' : 'remembered')
}

/** Some telephones go out through a town of their carrier, the same for all of its customers. */
function onPhone(stream: LabStream, account: Account, day: string): Session {
  const place = {
    town: account.habit === 'carrier' ? account.away.town : account.home,
    line: account.lines.phone,
    device: account.devices.phone,
  }
  return session(account, 'phone', day, stream.around(13 * 60, 7 * 60), place, 'remembered')
}

/** Whoever goes through the firm's VPN appears in the town of its exit, within an hour or two of a sign-in at home. */
function onVpn(stream: LabStream, { vpn }: World, account: Account, day: string, morning: number): Session {
  const device = account.habit === 'private-pc' ? account.devices.other : account.devices.laptop
  return session(account, 'vpn', day, morning + stream.int(15, 100), { ...vpn, device }, stream.chance(0.5) ? 'done' : 'not_asked')
}

/** On a journey with a lent laptop, while the tablet at home goes on fetching mail. */
function travelDay(stream: LabStream, account: Account, day: string): Session[] {
  const morning = stream.around(9 * 60, 60)
  const { town } = account.away
  const place = { town, line: account.lines.away, device: account.devices.other }
  const away = session(account, 'travel', day, morning, place, stream.chance(0.4) ? 'done' : 'not_asked')
  const tablet = { town: account.home, line: account.lines.home, device: account.devices.tablet }
  const atHome = session(account, 'work', day, morning + stream.int(-90, 90), tablet, 'remembered')
  return stream.chance(partOf.tablet) ? [away, atHome] : [away]
}

/** At a customer's, on a borrowed computer; nobody entered it as a journey, and nobody signs in at home. */
function visitDay(stream: LabStream, account: Account, day: string): Session[] {
  const place = { town: account.away.town, line: account.lines.away, device: account.devices.other }
  const minutes = stream.around(9 * 60 + 30, 60)
  return [minutes, minutes + stream.int(120, 300)].map((time) =>
    session(account, 'visit', day, time, place, stream.chance(0.5) ? 'done' : 'not_asked'),
  )
}

function setUp(stream: LabStream, account: Account, day: string, morning: number): Session {
  const place = { town: account.away.town, line: account.lines.away, device: account.devices.other }
  return session(account, 'set-up', day, morning + stream.int(15, 100), place, stream.chance(0.5) ? 'done' : 'not_asked')
}

/** A meeting room's account is used in two offices at once, with whatever device a guest brings. */
function roomDay(stream: LabStream, { offices, pools }: World, account: Account, day: string): Session[] {
  const places = Object.keys(offices).slice(0, 2)
  return Array.from({ length: stream.int(1, 3) }, () => {
    const town = stream.pick(places)
    const device = stream.chance(0.3) ? pools.device() : stream.pick(Object.values(account.devices))
    const place = { town, line: offices[town] ?? '', device }
    return session(account, 'room', day, stream.int(9 * 60, 17 * 60), place, 'not_asked')
  })
}
