import type { Lab, TaskSpec } from '../types.ts'
import { generate } from './generate.ts'
import type { Ways } from './ways.ts'
import { mondaysOpenOn } from './world.ts'

const channels = ['reply', 'number-in-the-mail', 'number-in-the-book', 'ask-around'] as const
/** Said where no two of the messages share an address: whoever has looked at all of them knows it. */
export const noneShared = 'none-shared'

const reply = { table: 'inbox', column: 'reply' } as const
const sharedAddress = { id: 'collector', weight: 2, kind: 'value' } as const

/** Fourteen messages, and three things to look at before one trusts any of them. */
const versionOf = (version: number, collector: TaskSpec, ways: Ways): Lab => ({
  id: 'monday-nine-oh-two',
  version,
  tasks: [
    { id: 'report', weight: 4, kind: 'rows', table: 'inbox' },
    { id: 'check', weight: 4, kind: 'rows', table: 'inbox', isAside: true },
    { id: 'answer', weight: 1, kind: 'rows', table: 'inbox', isAside: true },
    collector,
    { id: 'channel', weight: 1, kind: 'choice', choices: channels },
  ],
  generate: (seed) => generate(seed, ways),
})

const unknown: Ways = { noneShared: null, weightOfDanger: null, since: 'text', mondays: mondaysOpenOn([-3, 0]) }
/** Took ‘cannot be known’ where no address is shared, although one does know. */
export const mondayNineOhTwoV1 = versionOf(1, { ...sharedAddress, isUnknowableOffered: true, from: reply }, unknown)

const collector: TaskSpec = { ...sharedAddress, from: { ...reply, or: [noneShared] } }
const known: Ways = { ...unknown, noneShared }
/** Took a message to be reported, dealt with as usual, for less of a mistake than one to be checked. */
export const mondayNineOhTwoV2 = versionOf(2, collector, known)
/** Any day that a message names, from Thursday to Friday of the next week, is a working day. */
export const mondayNineOhTwo = versionOf(3, collector, {
  ...known,
  weightOfDanger: 3,
  since: 'number',
  mondays: mondaysOpenOn([-4, -3, 0, 1, 2, 3, 4]),
})
