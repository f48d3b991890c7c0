'use server'

import { publishCourse } from '#services/catalogue/publish-course'
import type { FormState } from '../../_adapter/action.ts'
import { stay } from '../_parts/act.ts'

export const acceptVersion = async (_: FormState, form: FormData) =>
  stay(form, 'versionAccepted', (caller) => publishCourse(caller, { courseId: form.get('courseId'), hash: form.get('hash') }))
