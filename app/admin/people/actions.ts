'use server'

import { notFound, redirect } from 'next/navigation'
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

const deeds = {
  invite: { said: 'invited', command: invitePerson },
  deactivate: { said: 'deactivated', command: deactivatePerson },
  reactivate: { said: 'reactivated', command: reactivatePerson },
} as const

/** What the account section's buttons do, each named by its value. */
export async function changeAccount(_: FormState, form: FormData): Promise<FormState> {
  const { deed, ...fields } = fieldsOf(form)
  if (typeof deed !== 'string' || !Object.hasOwn(deeds, deed)) notFound()
  const { said, command } = deeds[deed as keyof typeof deeds]
  return stay(form, said, (caller) => command(caller, fields))
}

export const addLeave = async (_: FormState, form: FormData) => stay(form, 'leaveAdded', (caller) => recordLeave(caller, fieldsOf(form)))

export const dropLeave = async (_: FormState, form: FormData) => stay(form, 'leaveRemoved', (caller) => removeLeave(caller, fieldsOf(form)))

export const giveRole = async (_: FormState, form: FormData) => stay(form, 'roleGranted', (caller) => grantRole(caller, fieldsOf(form)))

export const takeRole = async (_: FormState, form: FormData) => stay(form, 'roleRevoked', (caller) => revokeRole(caller, fieldsOf(form)))
