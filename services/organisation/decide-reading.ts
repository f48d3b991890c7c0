import { organisation } from '#db/schema/index'
import { DecideReading } from '#domain/organisation/schema'
import { command } from '../command.ts'
import { lockedOrganisation } from './locked-organisation.ts'

/**
 * Allows reviewers to read what people give in labs that they begin from now on, or stops it for all. What is so already stays as it is, without an
 * event: allowing once more does not move the moment.
 */
export const decideReading = command({
  permission: 'settings.manage',
  input: DecideReading,
  subject: ({ tx }) => lockedOrganisation(tx),
  run: async ({ tx, now, input: { allowed }, subject }) => {
    const old = subject.organisation.responsesReadableSince
    const since = allowed === 'yes' ? (old ?? now) : null
    if (since !== old) await tx.update(organisation).set({ responsesReadableSince: since })
    return { old, since }
  },
  event: {
    verb: 'reading.decide',
    of: ({ input, result: { old, since } }) =>
      since === old
        ? []
        : [
            {
              subjectKind: 'organisation',
              subjectId: null,
              groupId: null,
              details: { ...input, old: old?.toISOString() ?? null, new: since?.toISOString() ?? null },
            },
          ],
  },
})
