/**
 * Texts made to go wrong, by what they go wrong in. The same every time: a test that fails says which one it was. They are tried on every
 * text field of every verb and on every page; a new one belongs here when it has caught something, or might.
 */
import { csvBreakers, csvFormulas, headerInjections, mailAddresses, pathTraversal, percentEncodings, urlSchemes } from './addresses.ts'
import { alike, combining, controls, directions, emoji, letterCase, loneSurrogates, scripts, spaces, zeroWidth } from './characters.ts'
import { messageSyntax, reservedWords, shell, sql, templates, textSyntax } from './code.ts'
import { attributeBreakers, entitiesAndXml, markup, scriptBreakers } from './markup.ts'
import { days, long, numbers } from './numbers.ts'

export const naughty = {
  markup,
  attributeBreakers,
  scriptBreakers,
  entitiesAndXml,
  sql,
  templates,
  messageSyntax,
  shell,
  reservedWords,
  textSyntax,
  urlSchemes,
  pathTraversal,
  percentEncodings,
  csvFormulas,
  csvBreakers,
  headerInjections,
  mailAddresses,
  controls,
  loneSurrogates,
  directions,
  zeroWidth,
  spaces,
  combining,
  emoji,
  alike,
  letterCase,
  scripts,
  numbers,
  days,
  long,
} as const satisfies Record<string, readonly string[]>

/** All of them, each once. */
export const naughtyStrings: readonly string[] = [...new Set(Object.values(naughty).flat())]

/** A text as a test names it: what cannot be seen is written out, what is long is cut. */
export const written = (text: string): string => {
  const seen = [...JSON.stringify(text).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, (each) => `\\u{${each.codePointAt(0)?.toString(16)}}`)]
  return seen.length > 120 ? `${seen.slice(0, 120).join('')}… (${text.length})` : seen.join('')
}
