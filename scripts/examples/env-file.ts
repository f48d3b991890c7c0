import { readEnvironment, settingNames } from '#db/environment'
import { internalSettings } from '../check/doc-settings.ts'

/** The assignments of a file of settings; `isWhole` takes those that are commented out too. */
export function assignmentsIn(text: string, isWhole = false): Record<string, string> {
  const lines = text.matchAll(isWhole ? /^#?([A-Z_]+)=(.*)$/gm : /^([A-Z_]+)=(.*)$/gm)
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]))
}

/** What is wrong with settings: names that nothing reads, or values that a start would refuse, in its own sentence. */
export function settingProblems(values: Record<string, string>): string[] {
  const unknown = Object.keys(values).filter((name) => !settingNames.includes(name))
  const problems = unknown.map((name) => `${name} is not a setting of Casebook`)
  try {
    readEnvironment(values, false)
    return problems
  } catch (error) {
    return [...problems, (error as Error).message]
  }
}

/** The settings of Casebook that an example gives no place to set. @param given names that it, or the image it starts, does give */
export const settingsMissing = (given: readonly string[]): string[] =>
  settingNames.filter((name) => !given.includes(name) && !internalSettings.includes(name)).map((name) => `gives no place to set ${name}`)
