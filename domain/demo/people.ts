import { japaneseNames, nameSets } from './names.ts'
import { cast, groups, organisation } from './organisation.ts'
import { type Stream, streamOf } from './stream.ts'

/** The organisation begins to use Casebook this many days before it is loaded: eighteen months. */
export const historyDays = 540

export interface DemoPerson {
  name: string
  sortName: string
  /** Null: signs in by employee number. */
  email: string | null
  employeeNumber: string
  /** Key of the home group. */
  group: string
  language: 'en' | 'ja'
  /** Days before the loading: when they came, and when they left. */
  joinedDaysAgo: number
  leftDaysAgo: number | null
  /** Has ever signed in, or would have by now. */
  hasJoined: boolean
}

/** Each group as often as its share. */
const places = groups.flatMap((group) => Array.from({ length: group.share }, () => group))

/** Everybody but the owner: first the cast, then as many others as make up `count` people in all. */
export function demoPeople(seed: number, count: number): DemoPerson[] {
  const streams = { names: streamOf(seed, 'names'), places: streamOf(seed, 'places'), terms: streamOf(seed, 'terms') }
  return Array.from({ length: count - 1 }, (_, index) => {
    const member = cast[index]
    const employeeNumber = `K-${String(index + 1001).padStart(5, '0')}`
    if (member) return { ...castPerson(member), employeeNumber }
    const home = streams.places.pick(places)
    const { name, sortName, slug } = nameOf(streams.names)
    const email = streams.places.int(0, 99) < home.withEmail ? `${slug}.${index + 1001}@${organisation.domain}` : null
    const language = streams.places.chance(0.45) ? ('ja' as const) : ('en' as const)
    return { name, sortName, email, employeeNumber, group: home.key, language, ...termOf(streams.terms) }
  })
}

const castPerson = ({ account, name, group, joinedDaysAgo = historyDays }: (typeof cast)[number]) => ({
  name,
  sortName: '',
  email: `${account}@${organisation.domain}`,
  group,
  language: 'en' as const,
  joinedDaysAgo,
  leftDaysAgo: null,
  hasJoined: true,
})

function nameOf(stream: Stream): { name: string; sortName: string; slug: string } {
  if (stream.chance(0.25)) {
    const [family, familyReading, familyLatin] = stream.pick(japaneseNames.family)
    const [given, givenReading, givenLatin] = stream.pick(japaneseNames.given)
    return { name: `${family} ${given}`, sortName: `${familyReading} ${givenReading}`, slug: `${givenLatin}.${familyLatin}` }
  }
  const { order, given: givenNames, family: familyNames } = stream.pick(nameSets)
  const [given, family] = [stream.pick(givenNames), stream.pick(familyNames)]
  const name = order === 'given first' ? `${given} ${family}` : `${family} ${given}`
  return { name, sortName: `${family} ${given}`, slug: `${latin(given)}.${latin(family)}` }
}

/** Letters and nothing else, as addresses are made of names. */
const latin = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[øØ]/g, 'o')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()

/** Four of five were there at the beginning; one of twelve has left since; the newest have not signed in yet. */
function termOf(stream: Stream): Pick<DemoPerson, 'joinedDaysAgo' | 'leftDaysAgo' | 'hasJoined'> {
  const joinedDaysAgo = stream.chance(0.8) ? historyDays : stream.int(3, historyDays - 20)
  const leftDaysAgo = joinedDaysAgo > 40 && stream.chance(0.08) ? stream.int(2, joinedDaysAgo - 30) : null
  return { joinedDaysAgo, leftDaysAgo, hasJoined: joinedDaysAgo > 21 ? stream.chance(0.97) : stream.chance(0.5) }
}
