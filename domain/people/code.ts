/**
 * Codes that stand for a link on paper: 16 characters of Crockford's base 32 (80 bits), written in fours. Reading them is forgiving:
 * case, spaces and dashes do not count, and what looks alike is the same (O is 0, I and L are 1).
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/** @param bytes ten random bytes */
export function codeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length }, (_, place) => alphabet[Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2)]).join('')
}

/** ABCD-EFGH-JKMN-PQRS */
export const writeCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-')

/** The code that was typed, or null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return code.length === length && [...code].every((character) => alphabet.includes(character)) ? code : null
}
