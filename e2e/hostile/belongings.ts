import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import { cast, course, groups, type Role } from '../installation.ts'
import { labs } from '../lab.ts'
import { ask, cookiesOf } from './ask.ts'
import { findForm, hiddenOn, secondOption, sendForm } from './html.ts'
import type { Belonging } from './owner-table.ts'

/** One of each thing that can be somebody's: those of the works and of its learner, and those of whoever asks for them. */

export type Belongings = Record<Belonging, string>

const lab = labs.find((each) => each.lab === 'traffic-that-stays-home')
if (!lab) throw new Error('there is no lab traffic-that-stays-home')
/** Where the attempts of the learner are. */
export const units = { quiz: `/courses/${course.id}/${course.quiz}`, lab: `/courses/${lab.course}/${lab.lab}` }

const lastOf = (location: string) => location.split(/[?#]/)[0]?.split('/').at(-1) ?? ''

/** Sends the form of a page that holds something. @returns the last part of the address that it leads to, where it leads to one */
async function send(path: string, cookie: string, holding: string, filled: Record<string, string>, without?: string): Promise<string> {
  const answer = await sendForm(await findForm(path, cookie, holding, without), cookie, filled)
  if (answer.status !== 200 && answer.status !== 303) throw new Error(`${path} answers ${answer.status}: ${answer.text.slice(0, 200)}`)
  return lastOf(answer.location)
}

/** Makes everything that an admin keeps, in one of their groups. */
async function keptIn(groupId: string, cookie: string) {
  const tag = randomUUID().slice(0, 8)
  const makeGroup = (name: string) => send('/admin/groups', cookie, '[name=parentId]', { parentId: groupId, name: `${name} ${tag}` })
  const [group, emptyGroup, closedGroup] = [await makeGroup('Stores'), await makeGroup('Loading'), await makeGroup('Old')]
  await send(`/admin/groups/${closedGroup}`, cookie, '[name=groupId]', {}, '[name=name],[name=parentId]')
  const makePerson = (kind: string, more: Record<string, string>) =>
    send('/admin/people/new', cookie, '[name=employeeNumber]', {
      ...{ name: `${kind} ${tag}`, employeeNumber: `${kind}-${tag}`, homeGroupId: group },
      ...more,
    })
  const address = `rin.${tag}@kitahama.example`
  const person = await makePerson('Rin', { email: address })
  const [codeless, holder] = [await makePerson('Sam', {}), await makePerson('Uma', {})]
  await send(`/admin/people/${person}`, cookie, '[name=startsOn]', { startsOn: '2031-01-06', endsOn: '2031-01-10' })
  const leave = await hiddenOn(`/admin/people/${person}`, cookie, 'leaveId')
  const list = await send('/admin/lists', cookie, '[name=groupId]', { groupId, name: `Drivers ${tag}` })
  await send(`/admin/lists/${list}`, cookie, 'textarea[name=people]', { people: person })
  const order = { to: 'some', person, course: course.id, due: '2030-12-20' }
  const assignment = await send(`/admin/assignments/new?${new URLSearchParams(order)}`, cookie, '[name=to]', order)
  const { text } = await ask({ path: `/admin/assignments/${assignment}`, headers: { cookie } })
  const enrolment = /\/admin\/assignments\/[0-9a-f-]{36}\/([0-9a-f-]{36})/.exec(text)?.[1] ?? ''
  return { group, emptyGroup, closedGroup, person, codeless, holder, address, list, assignment, enrolment, leave }
}

/** Sends a small write as a form without script does. */
export async function write(path: string, cookie: string, fields: Record<string, string>): Promise<void> {
  const body = new URLSearchParams(fields).toString()
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) }
  const { status, text, headers: told } = await ask({ method: 'POST', path, headers, body })
  if (status !== 303 || /refused=/.test(String(told.location))) throw new Error(`${path} answers ${status} ${told.location}: ${text}`)
}

/** Begins the course of a unit where it is not begun yet, and an attempt at it. @returns the attempt */
export async function begin(unit: string, kind: 'quiz' | 'lab', cookie: string): Promise<string> {
  const coursePage = unit.slice(0, unit.lastIndexOf('/'))
  await findForm(coursePage, cookie, 'button').then(
    (form) => sendForm(form, cookie, {}),
    () => undefined, // begun already
  )
  await write(`${unit}/attempt`, cookie, { kind })
  return hiddenOn(unit, cookie, 'attempt')
}

/** Hands a begun lab in with a guess at its first task: nothing given is not taken. */
export async function guessAndHandIn(attempt: string, cookie: string): Promise<void> {
  const { fields } = await findForm(units.lab, cookie, '[name=task]')
  const given = Object.fromEntries(fields)
  if (!given.value) given.value = await secondOption(units.lab, cookie, 'value')
  await write(`${units.lab}/case-file`, cookie, { ...given, certainty: 'guessing' })
  await write(`${units.lab}/submission`, cookie, { attempt, sequence: await hiddenOn(units.lab, cookie, 'sequence') })
}

/** @returns the attempt */
async function handLabIn(cookie: string): Promise<string> {
  const attempt = await begin(units.lab, 'lab', cookie)
  await guessAndHandIn(attempt, cookie)
  return attempt
}

/** The session of a second device, as the list of the first one names it. */
async function secondSession(role: 'learner' | 'otherLearner', cookie: string): Promise<string> {
  const { email, password } = cast[role]
  await send('/sign-in', '', '[name=identifier]', { identifier: email, password })
  return hiddenOn('/account', cookie, 'sessionId')
}

async function groupNamed(name: string, cookie: string): Promise<string> {
  const { text } = await ask({ path: '/admin/people/new', headers: { cookie } })
  const option = [...text.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>([^<]*)</g)].find(([, , label]) => label?.trim().endsWith(name))
  if (!option?.[1]) throw new Error(`${name} is no group to choose`)
  return option[1]
}

/** What belongs to the works and to its learner, and what those have who will ask for it. */
export async function makeBelongings(browser: Browser): Promise<{ theirs: Belongings; own: Belongings }> {
  const cookieOf = (role: Role) => cookiesOf(browser, role)
  const [owner, branchAdmin] = [await cookieOf('owner'), await cookieOf('branchAdmin')]
  const [learner, otherLearner] = [await cookieOf('learner'), await cookieOf('otherLearner')]
  const kept = await keptIn(await groupNamed(groups.works, owner), owner)
  await send(`/admin/people/${kept.holder}`, owner, '[name=role]', { role: 'reviewer', groupId: kept.group, endsOn: '' })
  const theirs = {
    ...kept,
    grant: await hiddenOn(`/admin/people/${kept.holder}`, owner, 'grantId'),
    session: await secondSession('learner', learner),
    attempt: await begin(units.quiz, 'quiz', learner),
    givenLab: await handLabIn(learner),
    labAttempt: await begin(units.lab, 'lab', learner),
  }
  const mine = await keptIn(await groupNamed(groups.affiliate, branchAdmin), branchAdmin)
  const own = { ...mine, session: await secondSession('otherLearner', otherLearner), grant: '', attempt: '', givenLab: '', labAttempt: '' }
  return { theirs, own }
}
