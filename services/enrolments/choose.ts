import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { lessonPlaces } from '#db/schema/index'
import type { Block, LessonUnit } from '#domain/catalogue/types'
import { contentId } from '#domain/text'
import { command } from '../command.ts'
import { InvalidInput } from '../errors.ts'
import { lockOwnEnrolment, unitOf } from './own-enrolment.ts'
import { noteStart } from './record-completion.ts'

/** Keeps what a learner chose in a decision of a lesson: the first choice is the one made, later ones were looked at. */
export const choose = command({
  permission: 'attempt.respond',
  input: z.strictObject({ courseId: contentId, unitId: contentId, decision: contentId, choice: contentId }),
  subject: ({ tx, reach, input }) => lockOwnEnrolment(tx, reach, input.courseId),
  run: async ({ tx, actor, now, input: { unitId, decision, choice }, subject }) => {
    const { part, number } = findDecision(unitOf(subject.course, unitId, 'lesson'), decision, choice)
    await noteStart({ tx, actor, now }, subject)
    const chosen = sql`coalesce(${lessonPlaces.decisions} -> ${decision}::text, '[]'::jsonb)`
    await tx
      .insert(lessonPlaces)
      .values({ enrolmentId: subject.id, unitId, part, furthestPart: number, decisions: { [decision]: [choice] }, updatedAt: now })
      .onConflictDoUpdate({
        target: [lessonPlaces.enrolmentId, lessonPlaces.unitId],
        set: {
          part,
          furthestPart: sql`greatest(${lessonPlaces.furthestPart}, ${number})`,
          decisions: sql`case when ${chosen} ? ${choice}::text then ${lessonPlaces.decisions}
            else ${lessonPlaces.decisions} || jsonb_build_object(${decision}::text, ${chosen} || to_jsonb(${choice}::text)) end`,
          updatedAt: now,
        },
      })
    return { part }
  },
  event: null,
})

type DecisionBlock = Extract<Block, { kind: 'decision' }>

/** Where a decision stands. @throws InvalidInput when the lesson holds no such decision or choice. */
function findDecision(lesson: LessonUnit, id: string, choice: string): { part: string; number: number } {
  for (const [index, part] of lesson.parts.en.entries()) {
    const block = part.blocks.find((any): any is DecisionBlock => any.kind === 'decision' && any.id === id)
    if (block?.choices.some((offered) => offered.id === choice)) return { part: part.id, number: index + 1 }
    if (block) throw new InvalidInput({ choice: 'invalid' })
  }
  throw new InvalidInput({ decision: 'invalid' })
}
