import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { auditEvents, people, tokens } from '#db/schema/index'
import { Forbidden } from '#services/errors'
import { lastEvent } from '#testing/audit'
import { testDatabase } from '#testing/database'
import { anonymous, callerFor, makeOrganisation, makePerson, testNow } from '#testing/factories'
import { queuedMail } from '#testing/mail'
import { findLink } from '../account/find-link.ts'
import { asSystem } from '../caller.ts'
import { invitePerson } from '../people/invite-person.ts'
import { composeMail, type Occasion } from './compose.ts'
import { queueMail } from './queue-mail.ts'
import { mailTransport } from './transport.ts'
import { deliver, startMailWorker } from './worker.ts'
import { writeMail } from './write-mail.ts'

const { db } = await testDatabase()
const { rootId } = await makeOrganisation(db)
const owner = await callerFor(db, (await makePerson(db, { groupId: rootId, grants: [{ role: 'owner', of: null }] })).id)
const system = asSystem(db, testNow)
// What the verbs read from the environment is what the worker is started with.
process.env.PUBLIC_URL = 'https://casebook.example'
const publicUrl = process.env.PUBLIC_URL
const folder = mkdtempSync(join(tmpdir(), 'casebook-mail-'))
afterAll(() => rmSync(folder, { recursive: true }))

const occasion: Occasion = {
  kind: 'invitation',
  language: 'en',
  person: { name: 'Aoi Tanaka', address: 'aoi@kitahama.example' },
  organisation: 'Kitahama Instruments',
  publicUrl,
  token: 'THE-TOKEN',
}

describe('a mail', () => {
  it.each(['invitation', 'reset', 'password_changed', 'email_changed'] as const)('of kind %s is worded in both languages', (kind) => {
    const [en, ja] = (['en', 'ja'] as const).map((language) => composeMail({ ...occasion, kind, language }))
    expect(en?.text).toContain('Aoi Tanaka,')
    expect(ja?.text).toMatch(/Aoi Tanaka 様\n/)
    for (const mail of [en, ja]) {
      expect(mail?.text).toContain('Kitahama Instruments')
      for (const link of mail?.text.match(/\w+:\/\/\S+/g) ?? []) expect(link).toMatch(/^https:\/\/casebook\.example/)
    }
    expect(ja?.subject).toMatch(/[ぁ-んァ-ヶ一-龠]/)
  })

  it('carries its token in the link', () => {
    expect(composeMail(occasion).text).toContain('\nhttps://casebook.example/invite/THE-TOKEN\n')
    expect(composeMail({ ...occasion, kind: 'reset' }).text).toContain('\nhttps://casebook.example/reset-password/THE-TOKEN\n')
  })

  it('takes no header from a name', async () => {
    const name = 'Aoi\r\nBcc: everybody@evil.example'
    const mail = composeMail({ ...occasion, organisation: name, person: { ...occasion.person, name } })
    await mailTransport({ smtp: null, mailDir: folder, publicUrl, isDemo: false })(mail, 'injected')
    const [head] = readFileSync(join(folder, 'injected.eml'), 'utf8').split('\r\n\r\n')
    const names = head
      ?.replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => line.split(':')[0])
    expect(names).not.toContain('Bcc')
    expect(new Set(names).size).toBe(names?.length)
  })
})

describe('writing a mail', () => {
  it('is refused to people, owners too', async () => {
    for (const caller of [owner, anonymous(db)])
      await expect(writeMail(caller, { kind: 'password_changed', personId: owner.actor.id })).rejects.toThrow(Forbidden)
  })

  it('makes the token at that moment, in the language of the person, and is recorded', async () => {
    const person = await makePerson(db, { groupId: rootId, language: 'ja' })
    await invitePerson(owner, { personId: person.id })
    const job = (await queuedMail(db)).at(-1)
    const [first, second] = [await writeMail(system, job), await writeMail(system, job)]
    const tokenIn = (mail: typeof first) => /invite\/(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(first?.to.address).toBe(person.email)
    expect(first?.text).toContain('セキュリティ研修')
    expect(await findLink(anonymous(db), { kind: 'invitation', token: tokenIn(first) })).toBeNull()
    expect(await findLink(anonymous(db), { kind: 'invitation', token: tokenIn(second) })).toMatchObject({ identifier: person.email })
    expect(await lastEvent(db, 'mail.send')).toMatchObject({
      actorKind: 'system',
      subjectId: person.id,
      groupId: rootId,
      details: { kind: 'invitation', isDropped: false },
    })
  })

  it('comes to nothing for a link that was replaced, a person who left, and nobody', async () => {
    const person = await makePerson(db, { groupId: rootId })
    await invitePerson(owner, { personId: person.id })
    const replaced = (await queuedMail(db)).at(-1)
    await invitePerson(owner, { personId: person.id })
    expect(await writeMail(system, replaced)).toBeNull()
    await db.update(people).set({ deactivatedAt: testNow }).where(eq(people.id, person.id))
    expect(await writeMail(system, (await queuedMail(db)).at(-1))).toBeNull()
    expect(await writeMail(system, { kind: 'reset', tokenId: null })).toBeNull()
    expect((await lastEvent(db, 'mail.send'))?.details).toEqual({ kind: 'reset', isDropped: true })
  })

  it('tells a changed address at the old one', async () => {
    const { id: personId } = await makePerson(db, { groupId: rootId })
    const mail = await writeMail(system, { kind: 'email_changed', personId, to: 'old@kitahama.example' })
    expect(mail?.to.address).toBe('old@kitahama.example')
  })
})

describe('the queue', () => {
  it('forgets a mail whose command fails', async () => {
    const before = await queuedMail(db)
    const failing = db.transaction(async (tx) => {
      await queueMail(tx, { kind: 'password_changed', personId: owner.actor.id })
      throw new Error('refused after all')
    })
    await expect(failing).rejects.toThrow('refused after all')
    expect(await queuedMail(db)).toEqual(before)
  })

  it('is worked off into the private folder, and stops', async () => {
    await db.execute(sql`delete from pgboss.job`)
    const person = await makePerson(db, { groupId: rootId })
    await invitePerson(owner, { personId: person.id })
    const mailDir = join(folder, 'inbox')
    const worker = await startMailWorker(db, { smtp: null, mailDir, publicUrl, isDemo: false })
    await expect.poll(() => (statSync(mailDir, { throwIfNoEntry: false }) ? readdirSync(mailDir) : []), { timeout: 15_000 }).toHaveLength(1)
    await worker.stop()
    const [file = ''] = readdirSync(mailDir)
    const text = readFileSync(join(mailDir, file), 'utf8')
    expect(text).toContain(`<${person.email}>`)
    expect(text).toMatch(/\r?\nhttps?:\/\/\S+\/invite\/[\w-]{43}\r?\n/)
    expect(statSync(mailDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(mailDir, file)).mode & 0o777).toBe(0o600)
  })

  it('gives each mail to one of several workers, once', async () => {
    await db.execute(sql`delete from pgboss.job`)
    const { length } = await db.select().from(auditEvents).where(eq(auditEvents.verb, 'mail.send'))
    const invited = await Promise.all(Array.from({ length: 8 }, () => makePerson(db, { groupId: rootId })))
    for (const { id: personId } of invited) await invitePerson(owner, { personId })
    const mailDir = join(folder, 'shared')
    const workers = await Promise.all([1, 2, 3].map(() => startMailWorker(db, { smtp: null, mailDir, publicUrl, isDemo: false })))
    const done = async () => (await db.execute(sql`select from pgboss.job where state = 'completed'`)).rowCount
    await expect.poll(done, { timeout: 25_000 }).toBe(invited.length)
    await Promise.all(workers.map((worker) => worker.stop()))
    const texts = readdirSync(mailDir).map((file) => readFileSync(join(mailDir, file), 'utf8'))
    for (const { email } of invited) expect(texts.filter((text) => text.includes(`<${email}>`))).toHaveLength(1)
    expect(await db.select().from(auditEvents).where(eq(auditEvents.verb, 'mail.send'))).toHaveLength(length + invited.length)
  })

  it('keeps a mail that could not be handed over, without saying to whom', async () => {
    const { id: personId } = await makePerson(db, { groupId: rootId })
    const refusing = async () =>
      Promise.reject(Object.assign(new Error('550 no such mailbox <aoi@kitahama.example>'), { code: 'EENVELOPE' }))
    const job = { id: 'job-1', data: { kind: 'password_changed' as const, personId } }
    const outcome = await deliver(db, refusing, job).catch((error: Error) => error.message)
    expect(outcome).toBe('not handed over (EENVELOPE)')
  })
})

describe('the SMTP server of the settings', () => {
  it('gets the mail', async () => {
    const { server, port, lines } = await smtpServer()
    const send = mailTransport({
      smtp: { url: `smtp://127.0.0.1:${port}`, from: 'Casebook <casebook@kitahama.example>' },
      mailDir: folder,
      publicUrl,
      isDemo: false,
    })
    await send(composeMail(occasion), 'job-2')
    server.close()
    expect(lines).toContain('MAIL FROM:<casebook@kitahama.example>')
    expect(lines).toContain('RCPT TO:<aoi@kitahama.example>')
    expect(lines).toContain('Message-ID: <job-2@casebook.example>')
    expect(lines).toContain('Auto-Submitted: auto-generated')
  })

  it('gets none of the made-up organisation', async () => {
    const { server, port, lines } = await smtpServer()
    const mailDir = join(folder, 'made-up')
    const smtp = { url: `smtp://127.0.0.1:${port}`, from: 'Casebook <casebook@kitahama.example>' }
    await mailTransport({ smtp, mailDir, publicUrl, isDemo: true })(composeMail(occasion), 'job-3')
    server.close()
    expect(lines).toEqual([])
    expect(readdirSync(mailDir)).toEqual(['job-3.eml'])
  })
})

/** Says yes to everything and remembers what it was told. */
async function smtpServer(): Promise<{ server: Server; port: number; lines: string[] }> {
  const lines: string[] = []
  const server = createServer((socket) => {
    let isData = false
    let rest = ''
    socket.write('220 ready\r\n')
    socket.on('data', (bytes) => {
      const parts = `${rest}${bytes}`.split('\r\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        if (line === '.') isData = false
        if (isData) continue
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n')
        isData = line === 'DATA'
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { server, port: address.port, lines }
}

it('leaves no token in the database', async () => {
  const stored = JSON.stringify([await db.select().from(tokens), await queuedMail(db)])
  for (const file of readdirSync(join(folder, 'inbox'))) {
    const [, token = 'none'] = /invite\/([\w-]+)/.exec(readFileSync(join(folder, 'inbox', file), 'utf8')) ?? []
    expect(token).toHaveLength(43)
    expect(stored).not.toContain(token)
  }
})
