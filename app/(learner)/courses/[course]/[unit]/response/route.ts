import type { ResponseAnswer } from '#components/quiz/quiz-step'
import { valueOfFields } from '#domain/attempts/fields'
import type { QuestionKind } from '#domain/catalogue/types'
import { submitResponse } from '#services/attempts/submit-response'
import { asFormPost } from '../../../../../_adapter/form-post.ts'
import { pathsOf, type UnitParams } from '../paths.ts'
import { stepOf } from '../step-of.ts'

/** Takes a response. A script is answered with the feedback and the next question, a plain form is sent on to the page that shows them. */
export async function POST(request: Request, { params }: UnitParams): Promise<Response> {
  const { course, unit } = await params
  const paths = pathsOf(course, unit)
  return asFormPost(request, paths.page, async ({ caller, fields, field }): Promise<ResponseAnswer> => {
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
  })
}
