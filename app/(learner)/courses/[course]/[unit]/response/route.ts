import type { ResponseAnswer } from '#components/quiz/quiz-step'
import { valueOfFields } from '#domain/attempts/fields'
import type { QuestionKind } from '#domain/catalogue/types'
import { submitResponse } from '#services/attempts/submit-response'
import { formPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitNames, unitPage } from '../paths.ts'
import { stepOf } from '../step-of.ts'

/** Takes a response. A script is answered with the feedback and the next question, a plain form is sent on to the page that shows them. */
export const POST = formPost<UnitNames>({
  page: unitPage,
  act: async ({ caller, params, fields, field }): Promise<ResponseAnswer> => {
    const paths = pathsOf(params.course, params.unit)
    const value = valueOfFields(field('kind') as QuestionKind, fields)
    const { attempt: attemptId, position, sequence, certainty } = Object.fromEntries(fields)
    const given = await submitResponse(caller, { attemptId, position, sequence, certainty, value })
    const { language } = caller.actor
    return {
      next: given.feedback ? paths.question(given.position) : paths.page,
      sequence: given.sequence,
      feedback: given.feedback && stepOf(given.feedback, paths, language),
      question: given.question && stepOf(given.question, paths, language),
    }
  },
})
