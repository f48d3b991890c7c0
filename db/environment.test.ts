import { expect, test } from 'vitest'
import { readEnvironment, secretOf } from './environment.ts'

const secret = 's'.repeat(32)
const database = { DATABASE_URL: 'postgres://casebook:pw@db.example.com:5432/casebook', CASEBOOK_SECRET: secret }

test('needs nothing: loopback, port 3000, the bundled database beside the code', () => {
  const settings = readEnvironment({}, false)
  expect(settings).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    isHttps: false,
    databaseUrl: null,
    secret: null,
    smtp: null,
    metricsToken: null,
    warnings: [],
  })
  expect(settings.dataDir).toBe(`${process.cwd()}/.data`)
  expect(settings.mailDir).toBe(`${settings.dataDir}/mail`)
})

test('keeps data in /var/lib when root, unless told otherwise', () => {
  expect(readEnvironment({}, true).dataDir).toBe('/var/lib/casebook')
  expect(readEnvironment({ CASEBOOK_DATA: '/srv/x' }, true).dataDir).toBe('/srv/x')
})

test('knows whether the database fills the disk of the data folder, in processes that are not told where it is too', () => {
  const here = { CASEBOOK_DATA: '/srv/x' }
  expect(readEnvironment(here).databaseDir).toBe('/srv/x')
  expect(readEnvironment({ ...here, ...database }).databaseDir).toBeNull()
  expect(readEnvironment({ ...here, CASEBOOK_BUNDLED: '0' }).databaseDir).toBeNull()
})

test('takes an empty value for none', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '', HOST: '' })).toMatchObject({ port: 3000, databaseUrl: null, host: '127.0.0.1' })
})

test('reads what is given', () => {
  const given = {
    ...database,
    PORT: '8080',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://casebook.example.com/',
    SMTP_URL: 'smtps://u:p@mail.example.com',
    MAIL_FROM: 'Casebook <casebook@example.com>',
  }
  expect(readEnvironment(given)).toMatchObject({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://casebook.example.com',
    isHttps: true,
    databaseUrl: database.DATABASE_URL,
    secret,
    smtp: { url: given.SMTP_URL, from: given.MAIL_FROM },
    warnings: [],
  })
})

test('warns when passwords would cross the network in the clear', () => {
  expect(readEnvironment({ HOST: '0.0.0.0', PUBLIC_URL: 'http://192.0.2.10:3000' }).warnings).toHaveLength(1)
  expect(readEnvironment({ PUBLIC_URL: 'http://intranet' }).warnings).toHaveLength(1)
  expect(readEnvironment({ PUBLIC_URL: 'http://127.0.0.1:3000' }).warnings).toEqual([])
})

test.each([
  [{ PORT: 'http' }, 'PORT must be'],
  [{ PORT: '0' }, 'PORT must be'],
  [{ PORT: '65536' }, 'PORT must be'],
  [{ HOST: 'every where' }, 'HOST must be an address'],
  [{ HOST: '0.0.0.0' }, 'set PUBLIC_URL'],
  [{ HOST: '::' }, 'set PUBLIC_URL'],
  [{ PUBLIC_URL: 'casebook.example.com' }, 'PUBLIC_URL must be'],
  [{ PUBLIC_URL: 'https://example.com/casebook' }, 'PUBLIC_URL must be'],
  [{ PUBLIC_URL: 'ftp://example.com' }, 'PUBLIC_URL must be'],
  [{ PUBLIC_URL: 'https://a:b@example.com' }, 'PUBLIC_URL must be'],
  [{ ...database, DATABASE_URL: 'mysql://db.example.com/x' }, 'DATABASE_URL must look like'],
  [{ DATABASE_URL: database.DATABASE_URL }, 'CASEBOOK_SECRET must be set'],
  [{ ...database, CASEBOOK_SECRET: 'short' }, 'CASEBOOK_SECRET must have 32'],
  [{ SMTP_URL: 'smtp://mail.example.com' }, 'MAIL_FROM must say'],
  [{ SMTP_URL: 'mail.example.com', MAIL_FROM: 'a@example.com' }, 'SMTP_URL must look like'],
  [{ SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'casebook' }, 'MAIL_FROM must be'],
  [{ CASEBOOK_PROCESSES: '0' }, 'CASEBOOK_PROCESSES must be'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be'],
  [{ METRICS_TOKEN: 'too short' }, 'METRICS_TOKEN must have 16 characters'],
])('refuses %o in one sentence', (values, sentence) => {
  expect(() => readEnvironment(values)).toThrow(sentence)
})

test('has no secret of its own before start-up made one', () => {
  expect(() => secretOf(readEnvironment({}))).toThrow(/npm start/)
  expect(secretOf(readEnvironment(database))).toBe(secret)
})
