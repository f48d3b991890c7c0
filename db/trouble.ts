/** What can be the matter with the database itself, whatever was asked of it. */
export const troubles = ['unreachable', 'full', 'read_only', 'busy'] as const
export type Trouble = (typeof troubles)[number]

/** Codes of PostgreSQL, whole or by their class, in the order they are tried. */
const byCode: [RegExp, Trouble][] = [
  [/^53100$/, 'full'],
  [/^25006$/, 'read_only'],
  // Too many connections, out of memory, a limit on time, a lock not had, a deadlock, a lost race: the same may do next time.
  [/^(53...|57014|25P0[234]|55P03|40...)$/, 'busy'],
  // Connection failures, shutting down and starting up, the role or database gone, files of the server that cannot be read.
  [/^(08...|57P..|28...|3D000|58...|XX00[12])$/, 'unreachable'],
]

/** Of the system, while connecting and speaking. */
const bySystem = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOENT|E(HOST|NET)(UNREACH|DOWN)|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/
const speaking = /^(connect|read|write|getaddrinfo)/

/** What the driver says without a code. */
const byWords =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client (has encountered a connection error|was closed))/

/** What errors of the driver and the system carry; pg-boss hands them on as plain objects. */
interface Fault {
  message: string
  cause?: unknown
  code?: unknown
  syscall?: unknown
  severity?: unknown
}

export const isFault = (error: unknown): error is Fault => typeof error === 'object' && error !== null && 'message' in error

/** Why the database could not do what it was asked, or null when the cause is another. Looks through the errors an error was made of. */
export function troubleOf(error: unknown): Trouble | null {
  for (let fault = error; isFault(fault); fault = fault.cause) {
    const trouble = troubleIn(fault)
    if (trouble) return trouble
  }
  return null
}

function troubleIn(error: Fault): Trouble | null {
  const code = String(error.code ?? '')
  // A disk that cannot be written has the code of a missing right.
  if (code === '42501' && /Read-only file system/.test(error.message)) return 'read_only'
  if (error.severity !== undefined) return byCode.find(([pattern]) => pattern.test(code))?.[1] ?? null
  if (bySystem.test(code) && speaking.test(String(error.syscall ?? ''))) return 'unreachable'
  return byWords.test(error.message) ? 'unreachable' : null
}
