import { z } from 'zod'
import { languages } from '../catalogue/types.ts'
import { optionalEmail, timeZone } from '../people/schema.ts'
import { line, optionalLine, prose } from '../text.ts'

/** Name, time zone and language; whom dossiers name for corrections: both of it, or nobody. */
export const UpdateOrganisation = z
  .object({ name: line(120), timeZone, language: z.enum(languages), contactName: optionalLine(120), contactEmail: optionalEmail })
  .refine(({ contactName, contactEmail }) => contactName !== null || contactEmail === null, {
    path: ['contactName'],
    message: 'contact_half',
  })
  .refine(({ contactName, contactEmail }) => contactName === null || contactEmail !== null, {
    path: ['contactEmail'],
    message: 'contact_half',
  })

/** Whether reviewers may read what people give in labs from now on. */
export const DecideReading = z.object({ allowed: z.enum(['yes', 'no']) })

const text = prose(600)
/** What every lesson shows: where to report an incident here, and whom to call, in both languages. */
export const UpdateGuidance = z.object({ reportToEn: text, reportToJa: text, callEn: text, callJa: text })
