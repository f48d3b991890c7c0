import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartRefused } from '#db/refusal'

/** The one file a command is given, as meant in the folder it was typed in. @throws StartRefused when it is not one. */
export function fileArgument(command: string): string {
  const { positionals } = parseArgs({ allowPositionals: true, strict: false })
  const [file] = positionals
  if (!file || positionals.length > 1 || process.argv.slice(2).some((argument) => argument.startsWith('--')))
    throw new StartRefused(`Say which file, for example: npm run ${command} ${example}`)
  return resolve(process.env['INIT_CWD'] ?? '', file)
}

const example = '/var/backups/casebook-2026-11-30.tar.zst'

export const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
