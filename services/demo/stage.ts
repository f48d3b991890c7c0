import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '#db/client'
import { groups, people } from '#db/schema/index'
import { addDays, dayOf, startOfDay } from '#domain/calendar'
import { addressOf, cast, contact, groups as demoGroups, guidance, organisation, owner } from '#domain/demo/organisation'
import { type DemoPerson, historyDays } from '#domain/demo/people'
import type { PersonActor } from '#domain/policy'
import type { Caller } from '../caller.ts'
import { NotFound } from '../errors.ts'
import { createGroup } from '../groups/create-group.ts'
import { newId } from '../new-id.ts'
import { decideReading } from '../organisation/decide-reading.ts'
import { updateGuidance } from '../organisation/update-guidance.ts'
import { updateOrganisation } from '../organisation/update-organisation.ts'
import { createPerson } from '../people/create-person.ts'
import { invitePerson } from '../people/invite-person.ts'
import { grantRole } from '../roles/grant-role.ts'
import { completeSetup } from '../setup/complete-setup.ts'
import { openSetup } from '../setup/open-setup.ts'

/** The made-up organisation while its past is played: days are counted back from the loading, and everything is done by the verbs. */
export class Stage {
  readonly db: Database
  readonly now: Date
  readonly #today: string
  readonly #groupIds = new Map<string, string>()
  #ownerId = ''
  #adminId = ''

  constructor(db: Database, now: Date) {
    this.db = db
    this.now = now
    this.#today = dayOf(now, organisation.timeZone)
  }

  day(daysAgo: number): string {
    return addDays(this.#today, -daysAgo)
  }

  /** A time of day in the organisation's zone. */
  at(daysAgo: number, hours: number): Date {
    return new Date(startOfDay(this.day(daysAgo), organisation.timeZone).getTime() + hours * 3_600_000)
  }

  groupId(key: string): string {
    const id = this.#groupIds.get(key)
    if (!id) throw new NotFound('group')
    return id
  }

  /** Somebody at a time; what they may do is what `grants` says. */
  caller(id: string, now: Date, { name = '', language = 'en', grants = [] }: Partial<PersonActor> = {}): Caller {
    const { timeZone } = organisation
    return { db: this.db, now, actor: { kind: 'person', id, sessionId: newId(), name, language, timeZone, grants, isSupervisor: false } }
  }

  owner(now: Date): Caller {
    return this.caller(this.#ownerId, now, { grants: [{ role: 'owner', groupId: null }] })
  }

  admin(now: Date): Caller {
    return this.caller(this.#adminId, now, { grants: [{ role: 'admin', groupId: null }] })
  }

  /** Sets the organisation up, as on its first morning: settings, tree, the guidance that lessons show, whom dossiers name, and that labs are read. */
  async setUp(): Promise<void> {
    const now = this.at(historyDays, 8)
    const nobody: Caller = { db: this.db, now, actor: { kind: 'anonymous' } }
    const { personId } = await completeSetup(nobody, {
      token: await openSetup(this.db, now),
      organisationName: organisation.name,
      timeZone: organisation.timeZone,
      language: 'en',
      name: owner.name,
      email: addressOf(owner.account),
      password: randomBytes(24).toString('base64url'), // replaced by that of the demonstration
      userAgent: '',
      isShared: false,
      address: '',
    })
    this.#ownerId = personId
    const [root] = await this.db.select({ id: groups.id }).from(groups)
    this.#groupIds.set('root', root?.id ?? '')
    await updateGuidance(this.owner(now), guidance)
    const { name, timeZone } = organisation
    await updateOrganisation(this.owner(now), { name, timeZone, language: 'en', ...contact })
    await decideReading(this.owner(now), { allowed: 'yes' })
    for (const { key, name, parent } of demoGroups) {
      if (parent === null) continue
      const made = await createGroup(this.owner(this.at(historyDays, 8.25)), { parentId: this.groupId(parent), name })
      this.#groupIds.set(key, made.groupId)
    }
  }

  /** Adds a person on the day they come; whoever has not signed in since is invited, where there is an address. */
  async add(person: DemoPerson): Promise<string> {
    const now = this.at(person.joinedDaysAgo, 8.5)
    const { personId } = await createPerson(this.owner(now), {
      name: person.name,
      sortName: person.sortName,
      email: person.email ?? '',
      employeeNumber: person.employeeNumber,
      homeGroupId: this.groupId(person.group),
      supervisor: person.group === 'calibration' && !isSupervisor(person) ? addressOf('supervisor') : '',
      language: person.language,
      timeZone: '',
    })
    if (!person.hasJoined && person.email) await invitePerson(this.owner(now), { personId })
    return personId
  }

  /** Gives the cast its roles; from now on there is an admin. */
  async grantRoles(): Promise<void> {
    for (const { account, grants } of cast)
      for (const { role, of } of grants) {
        const [found] = await this.db
          .select({ id: people.id })
          .from(people)
          .where(eq(people.email, addressOf(account)))
        const personId = found?.id ?? ''
        const isPassing = role === 'auditor' // comes for the audit of these weeks
        await grantRole(this.owner(this.at(isPassing ? 12 : historyDays, 9)), {
          personId,
          role,
          groupId: of === null ? '' : this.groupId(of),
          endsOn: isPassing ? this.day(-30) : '',
        })
        if (account === 'admin') this.#adminId = personId
      }
  }
}

const isSupervisor = ({ email }: DemoPerson) => email === addressOf('supervisor')
