'use server'

import { redirect } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { createPerson } from '#services/people/create-person'
import { deactivatePerson } from '#services/people/deactivate-person'
import { invitePerson } from '#services/people/invite-person'
import { reactivatePerson } from '#services/people/reactivate-person'
import { recordLeave } from '#services/people/record-leave'
import { removeLeave } from '#services/people/remove-leave'
import { updatePerson } from '#services/people/update-person'
import { grantRole } from '#services/roles/grant-role'
import { revokeRole } from '#services/roles/revoke-role'
import { asFormState, type FormState } from '../../_adapter/action.ts'
import { fieldsOf, stay } from '../_parts/act.ts'

export async function addPerson(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const { personId } = await createPerson(await personCaller('/admin/people/new'), fieldsOf(form))
    redirect(`/admin/people/${personId}`)
  })
}

export const changePerson = async (_: FormState, form: FormData) => stay(form, 'saved', (caller) => updatePerson(caller, fieldsOf(form)))

export const endPerson = async (_: FormState, form: FormData) =>
  stay(form, 'deactivated', (caller) => deactivatePerson(caller, fieldsOf(form)))

export const returnPerson = async (_: FormState, form: FormData) =>
  stay(form, 'reactivated', (caller) => reactivatePerson(caller, fieldsOf(form)))

export const addLeave = async (_: FormState, form: FormData) => stay(form, 'leaveAdded', (caller) => recordLeave(caller, fieldsOf(form)))

export const dropLeave = async (_: FormState, form: FormData) => stay(form, 'leaveRemoved', (caller) => removeLeave(caller, fieldsOf(form)))

export const giveRole = async (_: FormState, form: FormData) => stay(form, 'roleGranted', (caller) => grantRole(caller, fieldsOf(form)))

export const takeRole = async (_: FormState, form: FormData) => stay(form, 'roleRevoked', (caller) => revokeRole(caller, fieldsOf(form)))

export const invite = async (_: FormState, form: FormData) => stay(form, 'invited', (caller) => invitePerson(caller, fieldsOf(form)))
