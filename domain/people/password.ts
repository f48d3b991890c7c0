/** What a password may be: long enough, and not one that is tried first (NIST SP 800-63B, section 3.1.1). Any characters, no composition rules. */

export const passwordLength = { least: 8, most: 128 } as const

export type PasswordProblem = 'password_too_short' | 'password_too_long' | 'password_common' | 'password_personal'

interface Surroundings {
  /** Is it among the commonest? Asked in lower case. */
  isCommon: (password: string) => boolean
  /** Words that whoever guesses would try for this person: names, address, organisation. */
  ownWords: readonly string[]
}

/** The form that is judged and hashed: keyboards write the same character in several ways (NFKC). */
export const normalisePassword = (password: string): string => password.normalize('NFKC')

/** Why a password cannot be taken, or null. Length counts code points of the normalised form. */
export function judgePassword(password: string, { isCommon, ownWords }: Surroundings): PasswordProblem | null {
  const normal = normalisePassword(password)
  const { length } = [...normal]
  if (length < passwordLength.least) return 'password_too_short'
  if (length > passwordLength.most) return 'password_too_long'
  const lower = normal.toLowerCase()
  if (isCommon(lower) || isRepetition(lower)) return 'password_common'
  return isMostly(lower, ownWords) ? 'password_personal' : null
}

/** One or two characters over and over. */
const isRepetition = (text: string): boolean => /^(..?)\1+.?$/su.test(text)

/** Without the own words in it, fewer than six characters are left to guess. */
function isMostly(text: string, ownWords: readonly string[]): boolean {
  const words = ownWords.map((word) => normalisePassword(word).toLowerCase()).filter((word) => [...word].length >= 3)
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), text)
  return rest !== text && [...rest].length < 6
}

/** The words of a name or an address, and the whole of it. */
export function wordsOf(text: string | null): string[] {
  return text === null ? [] : [text, ...text.split(/[\s@._+,/()-]+/u)]
}
