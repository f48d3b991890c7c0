/** What the files say in each language, as hashes, so that it is seen when one side changes. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Problem } from '#domain/catalogue/source'
import type { Language, Localised } from '#domain/catalogue/types'
import { canonicalJson } from '../canonical-json.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Files } from './read-content.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
/** Not texts in two languages side by side: the ledger, how facts are used, notes that word only some facts anew, and these marks. */
const left = /^content\/(facts\/|mappings\.yaml|translations\.yaml|reviews\.yaml)/u

/** The pair a file belongs to: `content/units/x/lesson.{en,ja}.md`, or the file itself when it holds both. */
export function pairOf(file: string): string {
  return file.replace(/\.(en|ja)\.(md|yaml)$/u, '.{en,ja}.$2')
}

/** Every pair of texts, with the hash of each side. */
export function sidesOf(files: Files): Map<string, Localised> {
  const sides = new Map<string, Localised>()
  for (const [file, text] of files) {
    if (left.test(file)) continue
    const pair = pairOf(file)
    if (pair === file) sides.set(pair, bothIn(dataOf(file, text)))
    else sides.set(pair, { en: '', ja: '', ...sides.get(pair), [file.includes('.en.') ? 'en' : 'ja']: hashOf(text) })
  }
  return sides
}

/** Of texts in YAML those that cannot be read as such: nothing can be said of their sides. */
export function findUnparsable(files: Files): Problem[] {
  return [...files].flatMap(([file, text]) => (file.endsWith('.md') || left.test(file) ? [] : parsed(file, text).problems))
}

const lastParsed = new Map<string, { text: string; data: unknown; problems: Problem[] }>()

/** Several things are asked of each file, and again when another has changed. */
function parsed(file: string, text: string) {
  const last = lastParsed.get(file)
  if (last?.text === text) return last
  const problems: Problem[] = []
  const now = { text, data: parseYaml(file, text, z.unknown(), problems)?.data ?? null, problems }
  lastParsed.set(file, now)
  return now
}

const dataOf = (file: string, text: string) => parsed(file, text).data

/** Of data that hold both: what stands under `en`, and what stands under `ja`. */
function bothIn(data: unknown): Localised {
  return { en: hashOf(canonicalJson(pick(data, 'en'))), ja: hashOf(canonicalJson(pick(data, 'ja'))) }
}

function pick(value: unknown, language: Language): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === language ? [inner] : pick(inner, language)))
}

/** The hash of everything a unit says in one language, with its data; null when there is no such unit. */
export function unitSide(files: Files, unit: string, language: Language): string | null {
  const folder = `content/units/${unit}/`
  const other = language === 'en' ? '.ja.' : '.en.'
  const own = [...files].filter(([file]) => file.startsWith(folder) && !file.includes(other)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (own.length === 0) return null
  const texts = own.map(([file, text]) => [file, pairOf(file) === file ? withoutOther(dataOf(file, text), language) : text])
  return hashOf(canonicalJson(texts))
}

/** The data without what stands in the other language. */
function withoutOther(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((inner) => withoutOther(inner, language))
  if (typeof value !== 'object' || value === null) return value
  const other = language === 'en' ? 'ja' : 'en'
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === other ? [] : [[key, withoutOther(inner, language)]])))
}
