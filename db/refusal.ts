/** Wrong surroundings: start-up shows `message`, one sentence that says what to do, and ends with exit code 1. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}

/** The code of an error: of PostgreSQL (`42501`), of the system (`ENOENT`), or undefined. */
export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** For a folder that could not be made or written: why, as far as the operating system says. */
export function notWritable(folder: string, code = 'unknown'): StartRefused {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StartRefused(`The disk is full: ${folder} cannot be written. Make room, or set CASEBOOK_DATA to another disk.`)
  return new StartRefused(
    `The data folder ${folder} cannot be written (${code}). Give it to the user who starts Casebook, or set CASEBOOK_DATA.`,
  )
}
