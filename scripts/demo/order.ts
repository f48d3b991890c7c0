// Makes the demonstration in a process of its own, so that what it needs is freed when it ends. The order comes in the environment, while the
// installation serves.
import { connectionFromEnvironment } from '#db/client'
import { secretOf } from '#db/environment'
import { factsOf, log } from '#db/log'
import { makeDemo } from './make-demo.ts'

process.on('disconnect', () => process.exit(1)) // whoever gave the order was killed: the next start takes it for failed
await makeDemo(connectionFromEnvironment(), secretOf(), process.env.CASEBOOK_DEMO_PASSWORD_HASH ?? '').catch((error: unknown) => {
  log('demo.failed', factsOf(error))
  process.exitCode = 1
})
process.disconnect?.()
process.exit()
