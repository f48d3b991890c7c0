import { z } from 'zod'
import { command } from '../command.ts'

/** Leaves an event that the database was restored, so that whoever reads the records knows why those of some hours or days are missing. */
export const recordRestore = command({
  permission: 'organisation.restore',
  input: z.strictObject({ madeAt: z.iso.datetime().max(40), casebook: z.string().max(40) }),
  subject: async () => ({}),
  run: async () => undefined,
  event: {
    verb: 'organisation.restore',
    of: ({ input }) => ({ subjectKind: 'organisation', subjectId: null, groupId: null, details: input }),
  },
})
