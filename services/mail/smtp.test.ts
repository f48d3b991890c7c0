import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { testDatabase } from '#testing/database'
import { handOver, type SmtpLimits, smtpLimits } from './smtp.ts'

const { db } = await testDatabase()
const message = { from: 'casebook@kitahama.example', to: 'aoi@kitahama.example', subject: 'A link', text: 'https://casebook.example' }
const patient = { connect: 60_000, greeting: 60_000, silence: 60_000, whole: 60_000 }
const overdue = { code: 'ETIMEDOUT' }

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that does `talk` with whoever connects; the port, and the first connection with all that was said in it. */
async function serverThat(talk: (socket: Socket) => void) {
  const { promise: connection, resolve } = Promise.withResolvers<{ closed: Promise<void>; heard: () => string }>()
  const server = createServer((socket) => {
    let heard = ''
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      heard += bytes
    })
    resolve({ closed: new Promise((done) => socket.on('close', () => done())), heard: () => heard })
    talk(socket)
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  return { at: `127.0.0.1:${typeof address === 'object' && address?.port}`, connection }
}

const silent = () => undefined
/** Greets, and then goes on answering the first command for ever, without ever coming to an end of it. */
const rambling = (socket: Socket) => {
  socket.write('220 ready\r\n')
  socket.once('data', () => {
    const timer = setInterval(() => socket.write('250-and more\r\n'), 5)
    socket.on('close', () => clearInterval(timer))
  })
}
const send = (url: string, limits: Partial<SmtpLimits>, signal?: AbortSignal) =>
  handOver({ url, message, limits: { ...patient, ...limits }, signal })

describe('a server that keeps one waiting', () => {
  it('before it greets is given up', async () => {
    const { at } = await serverThat(silent)
    await expect(send(`smtp://${at}`, { greeting: 20 })).rejects.toMatchObject(overdue)
  })

  it('before the connection is secure is given up', async () => {
    const { at } = await serverThat(silent)
    await expect(send(`smtps://${at}`, { connect: 20 })).rejects.toMatchObject(overdue)
  })

  it('after its greeting is given up', async () => {
    const { at } = await serverThat((socket) => void socket.write('220 ready\r\n'))
    await expect(send(`smtp://${at}`, { silence: 20 })).rejects.toMatchObject(overdue)
  })

  it('with ever more to say is given up after the whole time, and told nothing more', async () => {
    const { at, connection } = await serverThat(rambling)
    const sending = send(`smtp://${at}`, { silence: 1000, whole: 100 })
    const { closed, heard } = await connection
    await expect(sending).rejects.toMatchObject(overdue)
    await closed
    expect(heard()).toMatch(/^EHLO/)
    expect(heard()).not.toContain('MAIL FROM')
  })

  it('longer than the job lasts is left in the middle of it', async () => {
    const job = new AbortController()
    const { at, connection } = await serverThat(rambling)
    const sending = send(`smtp://${at}`, {}, job.signal)
    const { closed } = await connection
    job.abort()
    await expect(sending).rejects.toMatchObject(overdue)
    await closed
    await expect(send(`smtp://${at}`, {}, job.signal)).rejects.toMatchObject(overdue)
  })
})

it('a server that is not there is told apart from one that is slow', async () => {
  const { at } = await serverThat(silent)
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
  await expect(send(`smtp://${at}`, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

it('every limit is over well before the job expires and is tried again', async () => {
  const { rows } = await db.execute<{ seconds: number }>(sql`select expire_seconds as seconds from pgboss.queue where name = 'mail'`)
  const { whole, ...parts } = smtpLimits
  expect(whole).toBeLessThanOrEqual((rows[0]?.seconds ?? 0) * 750)
  for (const part of Object.values(parts)) expect(part).toBeLessThan(whole)
})

it('a shorter limit in the URL counts, beside what else stands there', async () => {
  const { at } = await serverThat(silent)
  await expect(send(`smtp://${at}?greetingTimeout=20&name=casebook`, {})).rejects.toMatchObject(overdue)
  await expect(send(`smtp://${at}?greetingTimeout=60000`, { whole: 20 })).rejects.toMatchObject(overdue)
})
