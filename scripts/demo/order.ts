// Makes the demonstration in a process of its own, so that what it needs is freed when it ends. The order comes in the environment.
import { connectionFromEnvironment } from '#db/client'
import { secretOf } from '#db/environment'
import { endWith } from '../bootstrap/steps.mjs'
import { makeDemo } from './make-demo.ts'

await makeDemo(connectionFromEnvironment(), secretOf(), process.env.CASEBOOK_DEMO_PASSWORD_HASH ?? '').catch(endWith)
process.disconnect?.()
process.exit()
