import { organisation } from '#db/schema/index'
import { UpdateOrganisation } from '#domain/organisation/schema'
import { command } from '../command.ts'
import { refreshAllDue } from '../enrolments/refresh-due.ts'
import { lockedOrganisation } from './locked-organisation.ts'

/** Changes name, time zone, language, and whom dossiers name for corrections. In another zone the open due days end at another instant. */
export const updateOrganisation = command({
  permission: 'settings.manage',
  input: UpdateOrganisation,
  subject: ({ tx }) => lockedOrganisation(tx),
  run: async ({ tx, input, subject }) => {
    await tx.update(organisation).set(input)
    return { moved: input.timeZone === subject.organisation.timeZone ? 0 : await refreshAllDue(tx) }
  },
  event: {
    verb: 'organisation.update',
    of: ({
      input,
      subject: {
        organisation: { name, timeZone, language, contactName, contactEmail },
      },
      result,
    }) => ({
      subjectKind: 'organisation',
      subjectId: null,
      groupId: null,
      details: { old: { name, timeZone, language, contactName, contactEmail }, new: input, moved: result.moved },
    }),
  },
})
