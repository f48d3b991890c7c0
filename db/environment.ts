import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import proxyAddress from 'proxy-addr'
import { z } from 'zod'
import { StartRefused } from './refusal.ts'

/** Every setting the environment can give, read and validated here and nowhere else. */
export interface Environment {
  port: number
  /** The address listened on: loopback unless `HOST` names another. */
  host: string
  /** Origin that links in mail and certificates begin with, without a slash at its end. */
  publicUrl: string
  /** Only people on this machine reach it. */
  isLocal: boolean
  /** Whether this serves the made-up organisation; where that is served beside this, and the folder it keeps. */
  isDemo: boolean
  demoUrl: string
  demoDir: string
  /** Whether people reach the site by https, so that cookies are `Secure`. */
  isHttps: boolean
  /** Addresses and networks whose word about the client's address counts. */
  trustedProxies: string[]
  /** Null: the bundled server in `dataDir`. */
  databaseUrl: string | null
  /** Absolute path of the folder that holds the bundled database, its secrets and mail that was not sent. */
  dataDir: string
  /** The folder whose disk the bundled database fills; null with a server of one's own. */
  databaseDir: string | null
  /** Null only before start-up has made one for the bundled server; see `secretOf`. */
  secret: string | null
  smtp: { url: string; from: string } | null
  /** Where mail is written when there is no `smtp`. */
  mailDir: string
  processes: number
  logLevel: 'debug' | 'info' | 'warn' | 'error'
  /** What a monitor has to show to be given figures; null: nobody gets them. */
  metricsToken: string | null
  /** Sentences for the person who starts it. */
  warnings: string[]
}

type Values = Record<string, string | undefined>

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/

/** A check whose failure is one whole sentence. */
const text = (isGood: (value: string) => boolean, sentence: string) => z.string().refine(isGood, { error: sentence })

const integer = (name: string, low: number, high: number) =>
  text(
    (value) => /^\d{1,5}$/.test(value) && Number(value) >= low && Number(value) <= high,
    `${name} must be a whole number from ${low} to ${high}.`,
  ).transform(Number)

const splitList = (value: string) => value.split(',').map((part) => part.trim())

const schema = z.object({
  PORT: integer('PORT', 1, 65_535).default(3000),
  HOST: text(
    (value) => value === 'localhost' || isIP(value) > 0,
    'HOST must be an address of this machine, such as 0.0.0.0 or 192.0.2.10.',
  ).default('127.0.0.1'),
  PUBLIC_URL: text(isOrigin, 'PUBLIC_URL must be an address without a path, such as https://casebook.example.com.')
    .transform((value) => new URL(value).origin)
    .optional(),
  TRUSTED_PROXIES: text(
    areProxies,
    'TRUSTED_PROXIES must be addresses or networks separated by commas, such as 10.0.0.5, 192.0.2.0/24, or loopback.',
  )
    .default('loopback')
    .transform(splitList),
  CASEBOOK_DEMO: z.literal('1').optional(),
  DATABASE_URL: text(
    (value) => /^postgres(ql)?:$/.test(protocolOf(value)),
    'DATABASE_URL must look like postgres://user:password@host:5432/database.',
  ).optional(),
  CASEBOOK_BUNDLED: z.literal('0').optional(),
  CASEBOOK_DATA: z.string().optional(),
  CASEBOOK_SECRET: text(
    (value) => value.length >= 32,
    'CASEBOOK_SECRET must have 32 characters or more; `openssl rand -base64 32` makes one.',
  ).optional(),
  SMTP_URL: text((value) => /^smtps?:$/.test(protocolOf(value)), 'SMTP_URL must look like smtps://user:password@host:465.').optional(),
  MAIL_FROM: text(
    (value) => /^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(value),
    'MAIL_FROM must be an e-mail address, such as casebook@example.com.',
  ).optional(),
  CASEBOOK_PROCESSES: integer('CASEBOOK_PROCESSES', 1, 64).optional(),
  METRICS_TOKEN: text((value) => value.length >= 16, 'METRICS_TOKEN must have 16 characters or more.').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], { error: 'LOG_LEVEL must be debug, info, warn or error.' }).default('info'),
})

/** The name of every setting, so that what describes them can be compared with what is read. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

/**
 * Reads and validates the environment.
 * @throws StartRefused with one sentence about the first value that cannot be used.
 */
export function readEnvironment(values: Values = process.env, isRoot = process.getuid?.() === 0): Environment {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new StartRefused(parsed.error.issues[0]?.message)
  const { PORT: port, HOST: host, ...rest } = parsed.data
  refuseCombinations(host, rest)
  const publicUrl = rest.PUBLIC_URL ?? `http://localhost:${port}`
  const isHttps = publicUrl.startsWith('https:')
  // Without the mark the bundler takes every file below the project for a possible data folder.
  const dataDir = resolve(/*turbopackIgnore: true*/ rest.CASEBOOK_DATA ?? (isRoot ? '/var/lib/casebook' : '.data'))
  const isOpen = !loopback.test(host) || !loopback.test(new URL(publicUrl).hostname)
  return {
    port,
    host,
    publicUrl,
    isLocal: !isOpen,
    isDemo: rest.CASEBOOK_DEMO === '1',
    demoUrl: `http://localhost:${port === 65_535 ? port - 1 : port + 1}`,
    demoDir: join(/*turbopackIgnore: true*/ dataDir, 'demo'),
    isHttps,
    trustedProxies: rest.TRUSTED_PROXIES,
    databaseUrl: rest.DATABASE_URL ?? null,
    dataDir,
    // Start-up keeps `DATABASE_URL` from the processes that serve, and tells them this.
    databaseDir: rest.DATABASE_URL || rest.CASEBOOK_BUNDLED === '0' ? null : dataDir,
    secret: rest.CASEBOOK_SECRET ?? null,
    smtp: rest.SMTP_URL && rest.MAIL_FROM ? { url: rest.SMTP_URL, from: rest.MAIL_FROM } : null,
    mailDir: join(/*turbopackIgnore: true*/ dataDir, 'mail'),
    processes: rest.CASEBOOK_PROCESSES ?? Math.min(8, availableParallelism()),
    logLevel: rest.LOG_LEVEL,
    metricsToken: rest.METRICS_TOKEN ?? null,
    warnings:
      isOpen && !isHttps ? ['PUBLIC_URL is http: passwords and cookies cross the network in the clear. Put a TLS proxy in front.'] : [],
  }
}

const holder: { environment?: Environment } = {}

/** The environment of this process, read once. */
export function environment(): Environment {
  holder.environment ??= readEnvironment()
  return holder.environment
}

/** The installation's secret: from `CASEBOOK_SECRET`, which start-up sets for every process it starts. */
export function secretOf({ secret }: Environment = environment()): string {
  if (secret === null) throw new StartRefused('CASEBOOK_SECRET is not set. Start Casebook with `npm start`, which makes one.')
  return secret
}

function refuseCombinations(
  host: string,
  rest: Pick<z.infer<typeof schema>, 'PUBLIC_URL' | 'DATABASE_URL' | 'CASEBOOK_SECRET' | 'SMTP_URL' | 'MAIL_FROM'>,
): void {
  if (!loopback.test(host) && !rest.PUBLIC_URL)
    throw new StartRefused(
      `HOST=${host} opens Casebook to the network: set PUBLIC_URL to the address people will use, such as https://casebook.example.com.`,
    )
  if (rest.DATABASE_URL && !rest.CASEBOOK_SECRET)
    throw new StartRefused(
      'DATABASE_URL is set, so CASEBOOK_SECRET must be set too: 32 characters or more, kept for good; `openssl rand -base64 32` makes one.',
    )
  if (rest.SMTP_URL && !rest.MAIL_FROM)
    throw new StartRefused('SMTP_URL is set, so MAIL_FROM must say the address mail comes from, such as casebook@example.com.')
}

function areProxies(value: string): boolean {
  try {
    proxyAddress.compile(splitList(value))
    return true
  } catch {
    return false
  }
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}

function isOrigin(value: string): boolean {
  if (!/^https?:$/.test(protocolOf(value))) return false
  const { pathname, search, hash, username, password } = new URL(value)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}
