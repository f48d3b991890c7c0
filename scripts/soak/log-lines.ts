import { logEvents } from '#db/log'

/** What a person reads at a start: the steps with their seconds, warnings, and where Casebook is. */
const words = [
  /^$/,
  /^ {2}[a-z ]+ +\d+\.\d s( .*)?$/,
  /^ {2}Warning: /,
  /^Casebook is ready: http/,
  /^Set it up within the hour: http/,
  /^The demonstration: http/,
  /^Mail is written to /,
]
/** The first step of a start: a process that was killed is followed by another. */
const begin = /^ {2}install /

/**
 * Lines of an installation's log that do not belong there: words once it serves, events that nobody declared, or something of a person.
 * @param personal what stands in every address and name that people have here
 */
export function strangeLines(said: string, personal: RegExp): string[] {
  let isServing = false
  return said.split('\n').filter((line) => {
    if (begin.test(line)) isServing = false
    const event = eventOf(line)
    if (event === 'server.started') isServing = true
    if (event === null) return isServing ? line !== '' : !words.some((shape) => shape.test(line))
    return !logEvents.includes(event) || personal.test(line)
  })
}

/** The event of a line; null for one that is no JSON, or tells none. */
function eventOf(line: string): string | null {
  try {
    const { event } = JSON.parse(line) as { event?: unknown }
    return typeof event === 'string' ? event : null
  } catch {
    return null
  }
}
