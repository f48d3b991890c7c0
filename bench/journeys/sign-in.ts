import { hashPassword, verifyPassword } from '#services/account/password-hash'
import { compressed, hiddenFields, Visitor } from '../visitor.ts'
import { type Journey, usual } from './journey.ts'

/** Opens the form, sends it, and is sent on to the page; the password hash is work on purpose and left aside. */
export const signIn: Journey = {
  name: 'sign-in, the password hash aside',
  operations: 120,
  concurrencies: usual,
  reach: { cpu: 10 },
  prepare: async ({ installation: { origin, password }, cast }) => {
    const learners = await cast.learners(120, 'enrolled')
    const first = new Visitor(origin)
    const fields = hiddenFields((await first.ask('/sign-in')).body, 'input[name=identifier]')
    first.close()
    return async (index) => {
      const visitor = new Visitor(origin)
      await visitor.ask('/sign-in', { headers: compressed })
      const email = learners[index % learners.length]?.email ?? ''
      await visitor.postParts('/sign-in', [...fields, ['identifier', email], ['password', password]], [303])
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
