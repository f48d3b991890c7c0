import { z } from 'zod'
import { languages } from '../catalogue/types.ts'
import { timeZone } from '../people/schema.ts'
import { line, prose } from '../text.ts'

export const UpdateOrganisation = z.object({ name: line(120), timeZone, language: z.enum(languages) })

const text = prose(600)
/** What every lesson shows: where to report an incident here, and whom to call, in both languages. */
export const UpdateGuidance = z.object({ reportToEn: text, reportToJa: text, callEn: text, callJa: text })
