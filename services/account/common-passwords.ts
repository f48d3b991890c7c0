import { dictionary } from '@zxcvbn-ts/language-common'
import { passwordLength } from '#domain/people/password'

let commonest: Set<string> | undefined

/** Is it one of the 49,000 commonest passwords of leaked lists? Built at first use: most processes never ask. */
export function isCommonPassword(password: string): boolean {
  commonest ??= new Set(dictionary['passwords-common'].filter((word) => word.length >= passwordLength.least))
  return commonest.has(password)
}
