import { hashPassword, verifyPassword } from '#services/account/password-hash'
import { compressed, Visitor } from '../visitor.ts'
import { type Journey, usual } from './journey.ts'

/** Opens the form, and sends it as its script does; the password hash is work on purpose and left aside. */
export const signIn: Journey = {
  name: 'sign-in, the password hash aside',
  operations: 120,
  warmUp: 600,
  concurrencies: usual,
  reach: { cpu: 10 },
  prepare: async ({ installation: { origin, password }, cast }) => {
    const learners = await cast.learners(120, 'enrolled')
    return async (index) => {
      const visitor = new Visitor(origin)
      await visitor.ask('/sign-in', { headers: compressed })
      const email = learners[index % learners.length]?.email ?? ''
      const fields = { next: '/training', identifier: email, password }
      await visitor.post('/sign-in/session', Object.entries(fields), [200], { accept: 'application/json' })
      visitor.close()
    }
  },
  aside: async ({ installation: { password } }) => {
    const stored = await hashPassword(password)
    const times = 40
    const before = process.cpuUsage()
    for (let count = 0; count < times; count += 1) await verifyPassword(password, stored)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / times
  },
}
