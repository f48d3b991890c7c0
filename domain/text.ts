import { z } from 'zod'

/** Text that people type: one normal form, nothing invisible in it. */

// Controls, marks that turn the direction of text (a name could show as another), zero-width and private characters, lone surrogates.
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

// Besides spaces, what joins, fills or selects: fine within a text, nothing to see by itself. U+2800 is the pattern of Braille without a dot.
const seen = /[^\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** One line in NFC, without invisible characters, single spaces, trimmed; empty when nothing in it can be seen. */
export function cleanLine(text: string): string {
  const clean = text.replace(/\s/gu, ' ').replace(unseen, '').replace(/ +/g, ' ').normalize('NFC').trim()
  return seen.test(clean) ? clean : ''
}

/** The same for several lines; line ends become `\n`. */
export const cleanProse = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(cleanLine)
    .join('\n')
    .trim()

// Far above any limit below: keeps the cleaning itself cheap.
const raw = z.string().max(20_000)

/** The id of a course, unit, part, decision or choice, as content files write them. */
export const contentId = z
  .string()
  .max(120)
  .regex(/^[\w-]+$/)

/** The hash by which a version of a course is known. */
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/)

/** Words to look for: a line of at most `max` characters, possibly empty. */
export const words = (max: number) => raw.transform(cleanLine).pipe(z.string().max(max))

/** A required line of at most `max` characters. */
export const line = (max: number) => raw.transform(cleanLine).pipe(z.string().min(1).max(max))

/** A line that may be missing or empty: null then. */
export const optionalLine = (max: number) =>
  raw
    .nullish()
    .transform((text) => cleanLine(text ?? '') || null)
    .pipe(z.string().max(max).nullable())

/** Several lines, possibly none: the empty string then. */
export const prose = (max: number) =>
  raw
    .nullish()
    .transform((text) => cleanProse(text ?? ''))
    .pipe(z.string().max(max))

/** An id, or nothing: null. An empty field of a form counts as nothing. */
export const optionalId = z.preprocess((value) => (value === '' || value === undefined ? null : value), z.uuid().nullable())
