// One line per step with its seconds; a refusal is one sentence and exit code 1.

/** Wrong surroundings: the message is the sentence shown. */
export class Refusal extends Error {
  name = 'Refusal'
}

const isTerminal = process.stdout.isTTY === true
const label = (name) => `  ${name.padEnd(13)}`

/**
 * Runs `work` as a named step; `noteOf` makes of its result what is said beside the seconds.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @param {(result: T) => string} [noteOf]
 * @returns {Promise<T>}
 */
export async function step(name, work, noteOf = (result) => (typeof result === 'string' ? result : '')) {
  const begun = performance.now()
  if (isTerminal) process.stdout.write(`${label(name)} …\r`)
  let note = 'failed'
  try {
    const result = await work()
    note = noteOf(result)
    return result
  } finally {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    process.stdout.write(`${label(name)}${seconds.padStart(6)} s${note && `  ${note}`}\n`)
  }
}

/** Ends the process after an error: a refusal is said in its sentence, anything else with its stack. */
export function endWith(error) {
  if (error?.name === 'ChildFailed') {
    process.exitCode = 1 // it has said why
    return
  }
  const isExpected = error instanceof Error && ['Refusal', 'StartRefused', 'BadContent'].includes(error.name)
  console.error(isExpected ? `\n${error.message}` : error)
  process.exitCode = 1
}
