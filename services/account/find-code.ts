import { z } from 'zod'
import { readCode } from '#domain/people/code'
import { InvalidInput } from '../errors.ts'
import { query } from '../query.ts'
import { findOpenToken } from '../tokens/spend-token.ts'

/** What a code on paper opens, and the token it stands for. It has 80 random bits: nobody finds one by trying. */
export const findCode = query({
  permission: 'token.spend',
  input: z.object({ code: z.string().max(100) }),
  run: async ({ db, now, input }): Promise<{ kind: 'invitation' | 'reset'; token: string }> => {
    const token = readCode(input.code)
    if (token === null) throw new InvalidInput({ code: 'no_code' })
    for (const kind of ['invitation', 'reset'] as const) if (await findOpenToken(db, kind, token, now)) return { kind, token }
    throw new InvalidInput({ code: 'code_closed' })
  },
})
