import { z } from 'zod'
import { command } from '../command.ts'
import { Conflict } from '../errors.ts'
import { lockOwnLabAttempt } from './find-lab-attempt.ts'
import { keepFile } from './save-case-file.ts'

/**
 * Takes the next hint of a lab, which costs points. @returns its words, and the number that the next write carries.
 * @throws Conflict `lab_closed`, `stale_case_file`, `no_hint` when all are taken.
 */
export const takeHint = command({
  permission: 'attempt.respond',
  input: z.strictObject({ attemptId: z.uuid(), sequence: z.coerce.number().int().min(0) }),
  subject: ({ tx, reach, input }) => lockOwnLabAttempt(tx, reach, input.attemptId),
  run: async ({ tx, now, actor, input, subject }) => {
    const { file, unit } = subject
    if (subject.status !== 'in_progress') throw new Conflict('lab_closed')
    if (input.sequence !== subject.sequence) throw new Conflict('stale_case_file')
    const id = unit.hints[file.hints]
    if (id === undefined) throw new Conflict('no_hint')
    const sequence = await keepFile(tx, subject, { ...file, hints: file.hints + 1 }, now)
    const language = actor.kind === 'person' ? actor.language : 'en'
    return { sequence, hint: { id, text: unit.words[language].hints[id] ?? '' } }
  },
  event: {
    verb: 'lab.take_hint',
    of: ({ subject, result }) => ({
      subjectKind: 'attempt',
      subjectId: subject.id,
      groupId: subject.homeGroupId,
      details: { hint: result.hint.id },
    }),
  },
})
