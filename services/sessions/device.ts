import { z } from 'zod'
import { cleanLine } from '#domain/text'

/** What a form that signs somebody in says of the device. The browser's own words are kept short, for the list of one's sessions. */
export const deviceFields = {
  userAgent: z.string().transform((words) => cleanLine(words).slice(0, 300)),
  isShared: z.boolean(),
}
