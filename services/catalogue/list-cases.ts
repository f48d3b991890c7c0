import { z } from 'zod'
import type { Localised } from '#domain/catalogue/types'
import { query } from '../query.ts'
import { currentVersions, dossiersOf } from './current-dossiers.ts'

export interface ListedCase {
  id: string
  title: Localised
  standfirst: Localised
  facts: number
  checkedOn: string
}

/** Every case that has a dossier, by its id. */
export const listCases = query({
  permission: 'case.read',
  input: z.strictObject({}),
  run: async ({ db }): Promise<ListedCase[]> => {
    const dossiers = dossiersOf(await currentVersions(db))
    return [...dossiers.values()]
      .map(({ case: id, title, standfirst, sections, checkedOn }) => {
        const facts = sections.reduce((sum, section) => sum + section.facts.length, 0)
        return { id, title, standfirst, facts, checkedOn }
      })
      .sort((a, b) => a.id.localeCompare(b.id))
  },
})
