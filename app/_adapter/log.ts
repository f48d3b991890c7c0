import { randomInt } from 'node:crypto'

/** Writes one line for an error nobody foresaw and returns the number a person can report. No personal data: name and place only. */
export function logUnexpected(error: unknown): string {
  const number = String(randomInt(100_000, 1_000_000))
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  console.error(
    JSON.stringify({
      level: 'error',
      time: new Date().toISOString(),
      number,
      name,
      message: message.split('\n')[0],
      at: stack?.split('\n')[1]?.trim(),
    }),
  )
  return number
}
