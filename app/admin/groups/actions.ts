'use server'

import { redirect } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { closeGroup } from '#services/groups/close-group'
import { createGroup } from '#services/groups/create-group'
import { moveGroup } from '#services/groups/move-group'
import { renameGroup } from '#services/groups/rename-group'
import { reopenGroup } from '#services/groups/reopen-group'
import { asFormState, type FormState } from '../../_adapter/action.ts'
import { fieldsOf, stay } from '../_parts/act.ts'

export async function addGroup(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const { groupId } = await createGroup(await personCaller('/admin/groups'), fieldsOf(form))
    redirect(`/admin/groups/${groupId}`)
  })
}

export const nameGroup = async (_: FormState, form: FormData) => stay(form, 'saved', (caller) => renameGroup(caller, fieldsOf(form)))

export const hangGroup = async (_: FormState, form: FormData) => stay(form, 'groupMoved', (caller) => moveGroup(caller, fieldsOf(form)))

export const endGroup = async (_: FormState, form: FormData) => stay(form, 'groupClosed', (caller) => closeGroup(caller, fieldsOf(form)))

export const openGroup = async (_: FormState, form: FormData) => stay(form, 'groupOpened', (caller) => reopenGroup(caller, fieldsOf(form)))
