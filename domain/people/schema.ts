import { z } from 'zod'
import { isDay, isTimeZone } from '../calendar.ts'
import { languages } from '../catalogue/types.ts'
import { roles } from '../policy.ts'
import { cleanLine, line, optionalId, optionalLine } from '../text.ts'
import { accountStates } from './account-state.ts'

/** One address as mail servers know it: at most 254 characters, one `@`, no spaces, a domain with letters, digits and hyphens. */
const address = /^[^\s@<>()[\]\\,;:"]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u
export const isEmail = (text: string): boolean => text.length <= 254 && address.test(text) && !text.includes('..') && !text.startsWith('.')

export const optionalEmail = optionalLine(254).refine((text) => text === null || isEmail(text), 'email')

export const timeZone = z.string().max(64).refine(isTimeZone, 'time_zone')
const optionalTimeZone = z.preprocess((value) => (value === '' || value === undefined ? null : value), timeZone.nullable())

export const day = z.string().max(10, 'day').refine(isDay, 'day')

/** What an admin writes down about a person. */
export const PersonFields = z
  .object({
    name: line(200),
    sortName: optionalLine(200),
    email: optionalEmail,
    /** Signing in tells it from an address by the `@` that it does not have. */
    employeeNumber: optionalLine(64).refine((text) => !text?.includes('@'), 'number_at'),
    homeGroupId: z.uuid(),
    /** The supervisor's e-mail address or employee number. */
    supervisor: optionalLine(254),
    language: z.enum(languages),
    timeZone: optionalTimeZone,
  })
  .refine((person) => person.email !== null || person.employeeNumber !== null, { path: ['email'], message: 'email_or_number' })
export type PersonFields = z.output<typeof PersonFields>

export const UpdatePerson = PersonFields.and(z.object({ personId: z.uuid() }))
export const OnePerson = z.object({ personId: z.uuid() })

/** Leave of at most two years: first and last day away, both included. */
export const RecordLeave = z
  .object({ personId: z.uuid(), startsOn: day, endsOn: day })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: 'end_before_start' })
  .refine(({ startsOn, endsOn }) => Date.parse(endsOn) - Date.parse(startsOn) <= 731 * 86_400_000, {
    path: ['endsOn'],
    message: 'too_long_leave',
  })
export const RemoveLeave = z.object({ leaveId: z.uuid() })

/** An auditor's grant ends by itself; an owner's never does, so that there is always one. */
export const GrantRole = z
  .object({
    personId: z.uuid(),
    role: z.enum(roles),
    groupId: optionalId,
    endsOn: z.preprocess((value) => (value === '' || value === undefined ? null : value), day.nullable()),
  })
  .refine(({ role, endsOn }) => role !== 'auditor' || endsOn !== null, { path: ['endsOn'], message: 'auditor_end' })
  .refine(({ role, endsOn }) => role !== 'owner' || endsOn === null, { path: ['endsOn'], message: 'owner_end' })
  .refine(({ role, groupId }) => role !== 'owner' || groupId === null, { path: ['groupId'], message: 'owner_whole' })
export const RevokeRole = z.object({ grantId: z.uuid() })

export const personSorts = ['name', 'group', 'newest'] as const

/** What the list of people shows; every field has a place in the address. Malformed parts of an address count as not given. */
export const PeopleFilter = z.object({
  q: z.string().max(200).transform(cleanLine).catch(''),
  groupId: optionalId.catch(null),
  /** Of a group: with all beneath it, or its own people only. */
  beneath: z.enum(['yes', 'no']).catch('yes'),
  state: z.enum(['', 'any', ...accountStates]).catch(''),
  role: z.enum(['', 'any', ...roles]).catch(''),
  sort: z.enum(personSorts).catch('name'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type PeopleFilter = z.output<typeof PeopleFilter>

/** E-mail addresses or employee numbers, separated by line ends, commas, semicolons or tabs; each once. */
export function splitIdentifiers(text: string): string[] {
  const parts = text.split(/[\n\r,;\t]+/).map(cleanLine)
  return [...new Map(parts.filter((part) => part !== '').map((part) => [part.toLowerCase(), part])).values()]
}
