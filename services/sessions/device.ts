import { z } from 'zod'
import { networkOf } from '#domain/brakes/network'
import { cleanLine } from '#domain/text'

/** The client's address, as far as the proxies in front are trusted; kept nowhere. An IPv6 customer has a whole /64. */
export const clientAddress = z.string().max(100).transform(networkOf)

/** What a form that signs somebody in says of the device. The browser's own words are kept short, for the list of one's sessions. */
export const deviceFields = {
  userAgent: z
    .string()
    .max(20_000)
    .transform((words) => cleanLine(words.slice(0, 300))),
  isShared: z.boolean(),
  address: clientAddress,
}
