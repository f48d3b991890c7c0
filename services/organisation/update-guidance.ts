import { organisation } from '#db/schema/index'
import { UpdateGuidance } from '#domain/organisation/schema'
import { command } from '../command.ts'
import { lockedOrganisation } from './locked-organisation.ts'

/** Changes what every lesson says about reporting an incident here. */
export const updateGuidance = command({
  permission: 'guidance.manage',
  input: UpdateGuidance,
  subject: ({ tx }) => lockedOrganisation(tx),
  run: async ({ tx, input }) => {
    await tx.update(organisation).set(input)
  },
  event: {
    verb: 'guidance.update',
    of: ({
      input,
      subject: {
        organisation: { reportToEn, reportToJa, callEn, callJa },
      },
    }) => ({
      subjectKind: 'organisation',
      subjectId: null,
      groupId: null,
      details: { old: { reportToEn, reportToJa, callEn, callJa }, new: input },
    }),
  },
})
