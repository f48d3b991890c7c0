'use server'

import { redirect } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { cancelAssignment } from '#services/assignments/cancel-assignment'
import { createAssignment } from '#services/assignments/create-assignment'
import { extendAssignment } from '#services/assignments/extend-assignment'
import { listTracks } from '#services/catalogue/list-tracks'
import { extendEnrolment } from '#services/enrolments/extend-enrolment'
import { waiveEnrolment } from '#services/enrolments/waive-enrolment'
import { asFormState, type FormState } from '../../_adapter/action.ts'
import { fieldsOf, stay } from '../_parts/act.ts'
import { formParams, orderOf, readDraft } from './draft.ts'

export async function assign(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const caller = await personCaller('/admin/assignments/new')
    const { made } = await createAssignment(caller, orderOf(readDraft(formParams(form)), await listTracks(caller, {})))
    redirect(made.length === 1 ? `/admin/assignments/${made[0]?.assignmentId}` : '/admin/assignments')
  })
}

export const cancel = async (_: FormState, form: FormData) =>
  stay(form, 'assignmentCancelled', (caller) => cancelAssignment(caller, fieldsOf(form)))

export const extendAll = async (_: FormState, form: FormData) =>
  stay(form, 'extended', (caller) => extendAssignment(caller, fieldsOf(form)))

export const extendOne = async (_: FormState, form: FormData) => stay(form, 'extended', (caller) => extendEnrolment(caller, fieldsOf(form)))

export const waiveOne = async (_: FormState, form: FormData) => stay(form, 'waived', (caller) => waiveEnrolment(caller, fieldsOf(form)))
