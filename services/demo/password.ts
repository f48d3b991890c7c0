import { randomBytes } from 'node:crypto'
import { codeOf, writeCode } from '#domain/people/code'

/** The one password of the demonstration: 80 random bits, easy to copy by hand. */
export const newDemoPassword = (): string => writeCode(codeOf(randomBytes(10)))
