import { sql } from 'drizzle-orm'
import { fromDrizzle } from 'pg-boss'
import { z } from 'zod'
import { environment } from '#db/environment'
import { bossOn } from '#db/jobs'
import { hashPassword } from '../account/password-hash.ts'
import { command } from '../command.ts'
import { newDemoPassword } from '../demo/password.ts'
import type { DemoJob } from '../demo/worker.ts'
import { Conflict } from '../errors.ts'
import { findOpenToken } from '../tokens/spend-token.ts'
import { readDemo } from './get-demo.ts'

/**
 * Orders the demonstration from the set-up page; the link stays open. The start script makes it meanwhile.
 * @returns the one password of its accounts, which nobody can ask for again
 * @throws Conflict `demo_not_local` where others than this machine reach Casebook, `demo_ordered` when it is there or under way.
 */
export const orderDemo = command({
  permission: 'setup.complete',
  input: z.object({ token: z.string().max(200) }),
  prepare: async () => {
    const password = newDemoPassword()
    return { password, passwordHash: await hashPassword(password) }
  },
  subject: async ({ tx, now, input }) => {
    if (!(await findOpenToken(tx, 'setup', input.token, now))) throw new Conflict('link_closed')
    return {}
  },
  run: async ({ tx, prepared: { password, passwordHash } }) => {
    if (!environment().isLocal) throw new Conflict('demo_not_local')
    await tx.execute(sql`select pg_advisory_xact_lock(7223415002)`) // two orders at once take turns
    if (['making', 'ready'].includes(await readDemo(tx))) throw new Conflict('demo_ordered')
    const boss = bossOn(fromDrizzle(tx, sql))
    await boss.start()
    try {
      await boss.send('demo', { passwordHash } satisfies DemoJob)
    } finally {
      await boss.stop({ graceful: false, close: false })
    }
    return { password }
  },
  event: { verb: 'demo.order', of: () => ({ subjectKind: 'organisation', subjectId: null, groupId: null }) },
})
