import { readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl/core'
import { parse } from 'yaml'
import type { LabWords, Language } from '#domain/catalogue/types'
import { hintPrices } from '#domain/labs/score'
import { codesOffered } from '#domain/labs/speaks-of'
import type { Cell, Generated, Lab, TaskSpec } from '#domain/labs/types'

type Tree = { [key: string]: Tree | string | string[] }

/** What a lab's texts lack, and what nobody reads, in both languages, over the worlds given; empty when all is well. */
export function faultsOfTexts(lab: Lab, worlds: readonly Generated[]): string[] {
  const { hints } = read(lab.id, 'lab.yaml') as { hints?: unknown }
  const wanted = keysOf(lab, worlds, Array.isArray(hints) ? hints.map(String) : [])
  return (['en', 'ja'] as const).flatMap((language) => {
    const tree = read(lab.id, `lab.${language}.yaml`)
    const told = leavesOf(tree)
    const missing = [...wanted].filter((key) => !told.has(key)).map((key) => `${language}: ${key} is missing`)
    const left = [...told.keys()].filter((key) => !wanted.has(key)).map((key) => `${language}: ${key} is not used`)
    const empty = [...told].filter(([, text]) => text.trim() === '').map(([key]) => `${language}: ${key} is empty`)
    return [...missing, ...left, ...empty, ...faultsOfWords(told, worlds, language)]
  })
}

/** The words of a lab as they stand in its file. */
export const wordsOf = (id: string, language: Language): LabWords => read(id, `lab.${language}.yaml`) as unknown as LabWords

const read = (id: string, file: string): Tree =>
  parse(readFileSync(new URL(`../../content/units/${id}/${file}`, import.meta.url), 'utf8')) as Tree

function leavesOf(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): (readonly [string, string])[] => {
      const here = path ? `${path}.${key}` : key
      if (typeof value === 'string') return [[here, value]]
      if (Array.isArray(value)) return [[here, value.join('\n')]]
      return value && typeof value === 'object' ? [...leavesOf(value, here)] : [[here, String(value)]]
    }),
  )
}

function keysOf(lab: Lab, worlds: readonly Generated[], hints: readonly string[]): Set<string> {
  if (hints.length !== hintPrices.length) throw new Error(`${lab.id} has ${hints.length} hints, not ${hintPrices.length}`)
  const tables = worlds[0]?.evidence.tables ?? []
  const steps = new Set(worlds.flatMap(({ truth }) => truth.steps.map(({ id }) => id)))
  const decoys = new Set(worlds.flatMap(({ truth }) => truth.decoys.map(({ id }) => id)))
  return new Set([
    'brief',
    ...tables.flatMap(({ id, columns }) => [
      `tables.${id}.title`,
      `tables.${id}.about`,
      ...columns.map((column) => `tables.${id}.columns.${column.id}`),
    ]),
    ...[...codesOf(lab, worlds)].map((code) => `values.${code}`),
    ...lab.tasks.flatMap((task) => ['prompt', 'short', ...keysOfTask(task)].map((key) => `tasks.${task.id}.${key}`)),
    ...hints.map((id) => `hints.${id}`),
    ...[...steps].flatMap((id) => [`debrief.steps.${id}.title`, `debrief.steps.${id}.text`]),
    ...[...decoys].flatMap((id) => [`debrief.decoys.${id}`, `debrief.decoyNames.${id}`]),
    'debrief.record',
    'debrief.control',
  ])
}

function keysOfTask(task: TaskSpec): string[] {
  switch (task.kind) {
    case 'choice':
      return task.choices.flatMap((id) => [`choices.${id}.text`, `choices.${id}.then`])
    case 'order':
      return task.events.map((id) => `events.${id}`)
    case 'number':
      return ['unit']
    case 'rule':
      return Object.keys(task.settings).map((name) => `settings.${name}`)
    default:
      return []
  }
}

/** Codes of all columns of words, and of the fixed lists of tasks. */
function codesOf({ tasks }: Lab, worlds: readonly Generated[]): Set<Cell> {
  const listed = tasks.flatMap((task) => (task.kind === 'value' ? codesOffered(task.from) : []))
  const shown = worlds.flatMap(({ evidence }) =>
    evidence.tables.flatMap(({ columns, rows }) => {
      const places = columns.flatMap(({ kind }, index) => (kind === 'word' ? [index] : []))
      return rows.flatMap(({ cells }) => places.map((place) => cells[place] ?? null))
    }),
  )
  return new Set([...listed, ...shown].filter((code) => code !== null))
}

/** Words that cannot be put together with the values of a world. */
function faultsOfWords(told: ReadonlyMap<string, string>, worlds: readonly Generated[], language: Language): string[] {
  const faults = worlds.flatMap(({ truth }) => [
    ...truth.steps.flatMap(({ id, values }) => faultOf(`debrief.steps.${id}.text`, values)),
    ...truth.decoys.flatMap(({ id, values }) => faultOf(`debrief.decoys.${id}`, values)),
  ])
  return [...new Set(faults)]

  function faultOf(key: string, values: Readonly<Record<string, string | number>>): string[] {
    try {
      const say = createTranslator({ locale: language, messages: { text: told.get(key) ?? '' }, onError: refuse })
      const words = say('text', values)
      return /[{}]|undefined/u.test(words) ? [`${language}: ${key} reads “${words}”`] : []
    } catch (error) {
      return [`${language}: ${key}: ${error instanceof Error ? error.message : error}`]
    }
  }
}

function refuse(error: Error): never {
  throw error
}
