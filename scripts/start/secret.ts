import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { notWritable } from '#db/refusal'

/** The secret of an installation with the bundled database: made once, kept in the data folder for its owner alone. */
export function keepSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    if (!existsSync(file)) {
      writeFileSync(`${file}.new`, randomBytes(32).toString('base64url'), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    }
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw notWritable(dataDir, (error as NodeJS.ErrnoException).code)
  }
}
