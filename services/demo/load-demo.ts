import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import { courses, enrolments, people } from '#db/schema/index'
import type { CourseVersion } from '#domain/catalogue/types'
import { assignments, courseUnderWay, type DemoAssignment, exceptions, leave, lists } from '#domain/demo/orders'
import { addressOf, cast, organisation } from '#domain/demo/organisation'
import { demoPassage, passageUnderWay, type Step } from '#domain/demo/passage'
import { type DemoPerson, demoPeople, historyDays } from '#domain/demo/people'
import { streamOf } from '#domain/demo/stream'
import { createAssignment } from '../assignments/create-assignment.ts'
import { compileContent } from '../catalogue/compile.ts'
import { getVersion } from '../catalogue/get-version.ts'
import { loadContent } from '../catalogue/load-content.ts'
import { extendEnrolment } from '../enrolments/extend-enrolment.ts'
import { waiveEnrolment } from '../enrolments/waive-enrolment.ts'
import { Conflict, NotFound } from '../errors.ts'
import { addToList } from '../lists/add-to-list.ts'
import { createList } from '../lists/create-list.ts'
import { deactivatePerson } from '../people/deactivate-person.ts'
import { recordLeave } from '../people/record-leave.ts'
import { growDemo } from './grow-demo.ts'
import { take } from './learn.ts'
import { Stage } from './stage.ts'
import { withHands } from './with-hands.ts'

/** As many people as are played through the verbs; more are grown from these. */
export const playedPeople = 480

export interface DemoWish {
  now: Date
  seed: number
  /** 20 or more, the owner included. */
  people: number
  /** Everybody who has joined signs in with it. */
  passwordHash: string
}

/**
 * Fills an empty database with the made-up organisation and its past. The same wish gives the same people, dates, statuses and scores;
 * ids are new, and so are the questions drawn.
 */
export async function loadDemo(db: Database, { now, seed, people: count, passwordHash }: DemoWish): Promise<void> {
  const stage = new Stage(db, now)
  await loadContent(db, stage.at(historyDays, 7), await compileContent())
  await stage.setUp()
  await new Play(stage, seed).perform(demoPeople(seed, Math.min(count, playedPeople)))
  if (count > playedPeople) await growDemo(db, demoPeople(seed, count).slice(playedPeople - 1), cast.length)
  await db.update(people).set({ passwordHash }).where(sql`${people.passwordHash} is not null or ${people.id} in (${joined})`)
}

/** Whoever has done anything, and whoever was not invited lately, has signed in. */
const joined = sql`select p.id from people p where not exists (select 1 from tokens t where t.person_id = p.id and t.kind = 'invitation')
  and (p.email is not null or exists (select 1 from enrolments e where e.person_id = p.id and e.started_at is not null))`

/** In a small organisation an order may find nobody who has not had it. */
function unlessNobody(error: unknown): null {
  if (error instanceof Conflict && error.reason === 'nobody_to_enrol') return null
  throw error
}

/** Of those whom a visitor signs in as, the newcomer has something to go on with. */
const isUnderWay = ({ email }: DemoPerson) =>
  cast.some(({ account, joinedDaysAgo }) => joinedDaysAgo !== undefined && addressOf(account) === email)

const isAssigned = (id: string) => assignments.some(({ courseId }) => courseId === id)

/** The steps of one enrolment that are still to be taken. */
interface Passage {
  personId: string
  course: CourseVersion
  steps: Step[]
}

interface Player extends DemoPerson {
  id: string
  leavesAt: Date | null
}

/** The past, in order: what admins do one after another, and between that what learners do side by side. */
class Play {
  readonly #stage: Stage
  readonly #seed: number
  readonly #players = new Map<string, Player>()
  /** What each enrolled person has still to do, by enrolment. */
  readonly #ahead = new Map<string, Passage>()
  readonly #courses = new Map<string, CourseVersion>()

  constructor(stage: Stage, seed: number) {
    this.#stage = stage
    this.#seed = seed
  }

  async perform(everybody: readonly DemoPerson[]): Promise<void> {
    const stage = this.#stage
    for (const { id, hash } of await stage.db.select({ id: courses.id, hash: courses.currentHash }).from(courses))
      if (isAssigned(id)) this.#courses.set(id, await getVersion(stage.db, hash))
    const isThere = ({ joinedDaysAgo }: DemoPerson) => joinedDaysAgo === historyDays
    await this.#addAll(everybody.slice(0, cast.length).filter(isThere), 1) // the supervisor before those who report to them
    await stage.grantRoles()
    await this.#addAll(everybody.slice(cast.length).filter(isThere))
    await this.#makeLists()
    for (const { at, act } of this.#deeds(everybody)) {
      await this.#learnUntil(at)
      await act()
    }
    await this.#learnUntil(stage.now)
  }

  /** What admins do after the first day, in the order of time. */
  #deeds(everybody: readonly DemoPerson[]): { at: Date; act: () => Promise<unknown> }[] {
    const stage = this.#stage
    const deeds = [
      ...everybody
        .filter(({ joinedDaysAgo }) => joinedDaysAgo < historyDays)
        .map((person) => ({ at: stage.at(person.joinedDaysAgo, 8.5), act: () => this.#addAll([person]) })),
      ...everybody.flatMap(({ employeeNumber, leftDaysAgo }) =>
        leftDaysAgo === null ? [] : [{ at: stage.at(leftDaysAgo, 17), act: () => this.#dismiss(employeeNumber) }],
      ),
      ...assignments.map((each) => ({ at: stage.at(each.daysAgo, 10), act: () => this.#assign(each) })),
      ...assignments
        .filter(({ dueDaysAgo }) => dueDaysAgo > 0)
        .map((each) => ({ at: stage.at(each.dueDaysAgo + 2, 11), act: () => this.#makeExceptions(each) })),
      { at: stage.at(leave.fromDaysAgo + 3, 9), act: () => this.#enterLeaves() },
    ]
    return deeds.sort((a, b) => a.at.getTime() - b.at.getTime())
  }

  async #addAll(everybody: readonly DemoPerson[], hands = 6): Promise<void> {
    await withHands(everybody, hands, async (person) => {
      const id = await this.#stage.add(person)
      const leavesAt = person.leftDaysAgo === null ? null : this.#stage.at(person.leftDaysAgo, 17)
      this.#players.set(id, { ...person, id, leavesAt })
    })
  }

  async #dismiss(employeeNumber: string): Promise<void> {
    const player = [...this.#players.values()].find((each) => each.employeeNumber === employeeNumber)
    if (!player?.leavesAt) return
    for (const [enrolmentId, { personId }] of this.#ahead) if (personId === player.id) this.#ahead.delete(enrolmentId)
    await deactivatePerson(this.#stage.owner(player.leavesAt), { personId: player.id })
  }

  async #makeLists(): Promise<void> {
    const now = this.#stage.at(historyDays, 9.5)
    for (const { name, group, every, of } of lists) {
      const { listId } = await createList(this.#stage.admin(now), { groupId: this.#stage.groupId(group), name })
      const eligible = this.#byNumber().filter((player) => of.length === 0 || of.includes(player.group))
      const named = eligible.filter((_, index) => index % every === 0).map(({ employeeNumber }) => employeeNumber)
      if (named.length > 0) await addToList(this.#stage.admin(now), { listId, people: named.join('\n') })
    }
  }

  #byNumber(): Player[] {
    return [...this.#players.values()].sort((a, b) => a.employeeNumber.localeCompare(b.employeeNumber))
  }

  /** Orders the course, and plans what each of those enrolled by it will do. */
  async #assign({ courseId, daysAgo, groups, dueDaysAgo }: DemoAssignment): Promise<void> {
    const course = this.#courses.get(courseId)
    if (!course) throw new NotFound('course')
    const groupIds = groups.map((key) => this.#stage.groupId(key))
    const dueOn = this.#stage.day(dueDaysAgo)
    const made = await createAssignment(this.#stage.admin(this.#stage.at(daysAgo, 10)), {
      courseId,
      audience: { isEveryone: groups.length === 0, groupIds, listIds: [], personIds: [] },
      dueOn,
    }).catch(unlessNobody)
    if (!made) return
    const enrolled = await this.#stage.db
      .select({ id: enrolments.id, personId: enrolments.personId })
      .from(enrolments)
      .where(eq(enrolments.assignmentId, made.assignmentId))
    const order = { enrolledOn: this.#stage.day(daysAgo), dueOn, timeZone: organisation.timeZone, units: course.units }
    for (const { id, personId } of enrolled) {
      const player = this.#players.get(personId)
      if (!player?.hasJoined) continue
      const stream = streamOf(this.#seed, `passage of ${player.employeeNumber} in ${courseId}`)
      const steps =
        courseId === courseUnderWay && isUnderWay(player)
          ? passageUnderWay(this.#stage.day(0), organisation.timeZone)
          : demoPassage(order, stream)
      this.#ahead.set(id, { personId, course, steps })
    }
  }

  /** Two days before the date some of those still at it get more time, and a few are let off. */
  async #makeExceptions({ daysAgo, dueDaysAgo }: DemoAssignment): Promise<void> {
    const stream = streamOf(this.#seed, `exceptions of ${daysAgo}`)
    const open = await this.#stage.db
      .select({ id: enrolments.id, personId: enrolments.personId })
      .from(enrolments)
      .innerJoin(people, eq(people.id, enrolments.personId))
      .where(and(isNull(enrolments.closedAt), isNull(people.deactivatedAt), eq(enrolments.dueOn, this.#stage.day(dueDaysAgo))))
      .orderBy(people.employeeNumber)
    const admin = this.#stage.admin(this.#stage.at(dueDaysAgo + 2, 11))
    for (const { id: enrolmentId, personId } of open) {
      if (admin.actor.kind === 'person' && admin.actor.id === personId) continue // nobody lets themselves off
      const draw = stream.int(0, 99)
      if (draw < exceptions.waived) {
        await waiveEnrolment(admin, { enrolmentId, reason: 'earlier_training', note: '' })
        this.#ahead.delete(enrolmentId)
      } else if (draw < exceptions.waived + exceptions.extended) {
        await extendEnrolment(admin, { enrolmentId, dueOn: this.#stage.day(dueDaysAgo - 14), reason: 'workload', note: '' })
      }
    }
  }

  /** Some of those who still have something to do are away for some weeks, today too. */
  async #enterLeaves(): Promise<void> {
    const admin = this.#stage.admin(this.#stage.at(leave.fromDaysAgo + 3, 9))
    const ordinary = this.#byNumber().slice(cast.length)
    const there = ordinary.filter(({ leavesAt, joinedDaysAgo }) => !leavesAt && joinedDaysAgo > leave.fromDaysAgo + 3)
    for (const { id: personId } of there.filter((_, index) => index % leave.every === 0)) {
      await recordLeave(admin, { personId, startsOn: this.#stage.day(leave.fromDaysAgo), endsOn: this.#stage.day(leave.untilDaysAgo) })
      for (const passage of this.#ahead.values()) if (passage.personId === personId) passage.steps.length = 0
    }
  }

  async #learnUntil(until: Date): Promise<void> {
    const due = [...this.#ahead.values()].filter(({ steps: [next] }) => next && next.at < until)
    await withHands(due, 6, async ({ personId, course, steps }) => {
      const player = this.#players.get(personId)
      for (let step = steps[0]; step && step.at < until; step = steps[0]) {
        steps.shift()
        await take(this.#stage.caller(personId, step.at, player), course, step)
      }
    })
  }
}
