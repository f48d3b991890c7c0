import { factsOf, log } from '#db/log'
import { outageIn } from '#services/errors'
import { reportedErrors } from '#services/report-error'

/**
 * What is printed by libraries, by Node itself, or by whatever ends us becomes lines of the log without values; what is only told is left
 * out, and what was reported is not said twice.
 */
export function quietConsole(): void {
  for (const level of ['error', 'warn'] as const)
    console[level] = (...said: unknown[]) => {
      const errors = said.filter((part) => part instanceof Error)
      if (errors.length === 0) return log('library.said', factsOf(new Said(String(said.find((part) => typeof part === 'string')).trim())))
      // Next prints an error before it reports it.
      setTimeout(() => {
        for (const error of errors) if (!reportedErrors().reported.has(error) && !outageIn(error)) log('library.said', factsOf(error))
      }, 100)
    }
  for (const level of ['log', 'info', 'debug'] as const) console[level] = () => undefined
  process.removeAllListeners('warning')
  process.on('warning', (warning) => log('library.said', factsOf(warning)))
}

class Said extends Error {
  override name = 'said'
  override stack = ''
}

/** Ends a process that something nobody caught has left in an unknown state; what only failed on the side is written down. */
export function reportUncaught(): void {
  process.on('uncaughtException', (error) => {
    log('process.failed', factsOf(error))
    process.exit(1)
  })
  process.on('unhandledRejection', (error) => log('process.failed', factsOf(error)))
}
