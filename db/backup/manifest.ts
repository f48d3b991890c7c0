import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { jobSchema } from '../jobs.ts'
import { StartRefused } from '../refusal.ts'

/** The layout of the file. A file with a higher number is refused; one with a lower number must stay readable. */
export const formatVersion = 1

/** Everything lies in one folder, so that `tar -xf` fills no folder with loose files; `sha256sum -c SHA256SUMS` works inside it. */
export const folder = 'casebook/'
export const manifestName = 'manifest.json'
export const sumsName = 'SHA256SUMS'

/** The schemas of an installation: its own, that of the migrations, that of the queues. */
export const schemas = ['public', 'drizzle', jobSchema] as const

const name = z.string().regex(/^[a-z0-9_]{1,63}$/)
const table = z.strictObject({ schema: z.enum(schemas), name, columns: z.array(name).min(1), rows: z.int().nonnegative() })

const manifest = z.strictObject({
  format: z.literal(formatVersion),
  madeAt: z.iso.datetime(),
  /** The Casebook and the server it was made with. */
  casebook: z.string(),
  postgresql: z.string(),
  /** The last migration of the database, and the version of the queues' own schema. */
  schema: z.strictObject({ name, when: z.int() }),
  queues: z.int(),
  secret: z.strictObject({ salt: z.base64url(), fingerprint: z.base64url() }),
  /** In the order of loading: what is referred to comes before what refers to it. */
  tables: z.array(table),
  /** Where each sequence stands that has been used. */
  sequences: z.array(z.strictObject({ schema: z.enum(schemas), name, value: z.string().regex(/^\d{1,19}$/) })),
})

export type Manifest = z.output<typeof manifest>
export type Table = z.output<typeof table>

/** The name of a part of a table, counted from 1. */
export const partName = (of: Pick<Table, 'schema' | 'name'>, part: number) =>
  `${of.schema}.${of.name}/${String(part).padStart(5, '0')}.copy`

export const sumLine = (hash: string, path: string) => `${hash}  ${path}\n`

/** @throws StartRefused when a later Casebook laid the file out; any other error when it is no manifest. */
export function parseManifest(text: string): Manifest {
  const { format } = z.looseObject({ format: z.int(), casebook: z.string().optional() }).parse(JSON.parse(text))
  if (format > formatVersion)
    throw new StartRefused(
      `This backup has format ${format} and this version reads ${formatVersion}: use the Casebook that made it, or a later one.`,
    )
  return manifest.parse(JSON.parse(text))
}

/** Tells whether a secret is the one a backup was made with, and is too slow to guess it by. */
export function fingerprintOf(secret: string, salt = randomBytes(16).toString('base64url')): Manifest['secret'] {
  return { salt, fingerprint: scryptSync(secret, salt, 32).toString('base64url') }
}

export function isMadeWith(secret: string, { salt, fingerprint }: Manifest['secret']): boolean {
  const [own, theirs] = [fingerprintOf(secret, salt).fingerprint, fingerprint].map((text) => Buffer.from(text)) as [Buffer, Buffer]
  return own.length === theirs.length && timingSafeEqual(own, theirs)
}
