import type { Lab } from '../types.ts'
import { generate } from './generate.ts'
import { tasks } from './tasks.ts'

/** Three weeks of sign-ins to a cloud service, mailbox rules and file records: whose accounts did somebody else use, and for what? */
export const oneAccountTwoPlaces: Lab = { id: 'one-account-two-places', version: 1, tasks, generate }
