import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits: what the cookie, an invitation link or a reset link carries. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token. A plain SHA-256 suffices: nobody guesses 256 random bits. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')
