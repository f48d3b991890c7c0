import { connect, type Socket } from 'node:net'
import { createTransport, type SendMailOptions } from 'nodemailer'

/**
 * How long a server is waited for, in milliseconds: until a connection stands, until it greets, while it says nothing, and for a mail as a
 * whole. The last ends well before the job that sends the mail expires (`db/jobs.ts`): it is tried again then, and must not go out twice.
 */
export const smtpLimits = { connect: 15_000, greeting: 30_000, silence: 45_000, whole: 75_000 }
export type SmtpLimits = Record<keyof typeof smtpLimits, number>

interface Handing {
  /** As in `SMTP_URL`. What it says of nodemailer's limits counts instead of ours, but for the whole. */
  url: string
  message: SendMailOptions
  limits?: SmtpLimits
  /** Aborted when the job has expired: the mail is left where it is. */
  signal?: AbortSignal | undefined
}

/**
 * Hands a message to the server over a connection of its own, which is cut when a limit is reached: nothing goes on unseen.
 * @throws an error with nodemailer's code, or the system's where there is no connection; `ETIMEDOUT` for every limit.
 */
export async function handOver({ url, message, limits = smtpLimits, signal }: Handing): Promise<void> {
  const end = new AbortController()
  const timer = setTimeout(() => end.abort(), limits.whole)
  const ends = AbortSignal.any([end.signal, ...(signal ? [signal] : [])])
  const server = createTransport(withLimits(url, limits))
  // By way of a proxy the connection is nodemailer's own, and only its limits count.
  if (!isProxied(server)) Object.assign(server, { getSocket: connectUntil(ends, limits.connect) })
  try {
    await Promise.race([rejectionOn(ends), server.sendMail(message)])
  } finally {
    clearTimeout(timer)
    end.abort()
    server.close()
  }
}

interface Target {
  host?: string
  port?: number | string
  secure?: boolean
}
type Answer = (error: Error | null, opened?: { connection: Socket }) => void

const overdue = () => Object.assign(new Error('the mail server takes too long'), { code: 'ETIMEDOUT' })
const isProxied = (server: object) => 'getSocket' in server && typeof server.getSocket === 'function'

/** Opens connections that are cut when `ends` says so. Answers once: with the connection, or with why there is none. */
const connectUntil =
  (ends: AbortSignal, limit: number) =>
  ({ host = 'localhost', port, secure }: Target, answer: Answer) => {
    if (ends.aborted) return answer(overdue())
    const socket = connect({ host, port: Number(port) || (secure ? 465 : 587), signal: ends })
    const late = () => socket.destroy(overdue())
    // Once it is cut, nobody else may be listening.
    socket.on('error', () => undefined)
    socket.setTimeout(limit, late).once('error', answer)
    socket.once('connect', () => {
      socket.setTimeout(0, late).setKeepAlive(true).off('error', answer)
      answer(null, { connection: socket })
    })
  }

const rejectionOn = (ends: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (ends.aborted) reject(overdue())
    else ends.addEventListener('abort', () => reject(overdue()))
  })

/** The URL with limits in nodemailer's words, but for those that it names itself. */
function withLimits(url: string, { connect, greeting, silence }: SmtpLimits): string {
  const limits = { connectionTimeout: connect, greetingTimeout: greeting, socketTimeout: silence }
  const given = new URL(url).searchParams
  const added = Object.entries(limits).filter(([name]) => !given.has(name))
  return `${url}${url.includes('?') ? '&' : '?'}${added.map(([name, value]) => `${name}=${value}`).join('&')}`
}
