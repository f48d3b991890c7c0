import { z } from 'zod'
import { languages } from '#domain/catalogue/types'
import type { LabView } from '#domain/labs/lab-view'
import { viewIn } from '#domain/labs/narrow'
import { hintPrices } from '#domain/labs/score'
import { NotFound } from '../errors.ts'
import { query } from '../query.ts'
import { findLabAttempt } from './find-lab-attempt.ts'
import { tablesIn, tasksIn } from './in-language.ts'

/** The workbench of one's own open attempt: evidence, tasks, case file. Neither seed nor truth. @throws NotFound */
export const getLab = query({
  permission: 'attempt.read',
  input: z.strictObject({ attemptId: z.uuid(), language: z.enum(languages) }),
  run: async ({ db, reach, input: { attemptId, language } }): Promise<LabView> => {
    const { file, unit, world, status, ...attempt } = await findLabAttempt(db, reach, attemptId)
    if (status !== 'in_progress') throw new NotFound('attempt')
    const words = unit.words[language]
    const { path: _, hints, views, ...shown } = file
    const taken = unit.hints.slice(0, hints).map((id, index) => ({ id, text: words.hints[id] ?? '', price: hintPrices[index] ?? 0 }))
    return {
      attemptId,
      sequence: attempt.sequence,
      savedAt: attempt.savedAt,
      brief: words.brief,
      tables: tablesIn(world, words),
      values: words.values,
      tasks: tasksIn(world.lab.tasks, words, { seed: attempt.seed, language }),
      hints: { taken, next: hints < unit.hints.length ? (hintPrices[hints] ?? null) : null },
      file: { ...shown, views: Object.fromEntries(Object.entries(views).map(([table, view]) => [table, viewIn(view, language)])) },
      isReadable: attempt.isReadable,
    }
  },
})
