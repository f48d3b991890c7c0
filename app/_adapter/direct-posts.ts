import { POST as seen } from '../(learner)/account/seen/route.ts'
import { POST as attempt } from '../(learner)/courses/[course]/[unit]/attempt/route.ts'
import { POST as caseFile } from '../(learner)/courses/[course]/[unit]/case-file/route.ts'
import { POST as decision } from '../(learner)/courses/[course]/[unit]/decision/route.ts'
import { POST as draft } from '../(learner)/courses/[course]/[unit]/draft/route.ts'
import { POST as hint } from '../(learner)/courses/[course]/[unit]/hint/route.ts'
import { POST as place } from '../(learner)/courses/[course]/[unit]/place/route.ts'
import { POST as response } from '../(learner)/courses/[course]/[unit]/response/route.ts'
import { POST as submission } from '../(learner)/courses/[course]/[unit]/submission/route.ts'
import { POST as signIn } from '../(public)/sign-in/session/route.ts'
import type { Answer, Sent } from './form-post.ts'

export type DirectPost = (sent: Sent<never>) => Promise<Answer>

const unit = '/courses/[course]/[unit]'

/** Small writes by the pattern of their address, for the process that serves to answer without Next (docs/adr/0013). */
export const directPosts: Record<string, DirectPost> = {
  '/account/seen': seen.answer,
  '/sign-in/session': signIn.answer,
  [`${unit}/attempt`]: attempt.answer,
  [`${unit}/case-file`]: caseFile.answer,
  [`${unit}/decision`]: decision.answer,
  [`${unit}/draft`]: draft.answer,
  [`${unit}/hint`]: hint.answer,
  [`${unit}/place`]: place.answer,
  [`${unit}/response`]: response.answer,
  [`${unit}/submission`]: submission.answer,
}
