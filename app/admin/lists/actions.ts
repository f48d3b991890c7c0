'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { getTranslations } from '#components/ui/words'
import { addToList } from '#services/lists/add-to-list'
import { closeList } from '#services/lists/close-list'
import { createList } from '#services/lists/create-list'
import { removeFromList } from '#services/lists/remove-from-list'
import { renameList } from '#services/lists/rename-list'
import { asFormState, type FormState } from '../../_adapter/action.ts'
import { fieldsOf, stay } from '../_parts/act.ts'

export async function addList(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const { listId } = await createList(await personCaller('/admin/lists'), fieldsOf(form))
    redirect(`/admin/lists/${listId}`)
  })
}

export const nameList = async (_: FormState, form: FormData) => stay(form, 'saved', (caller) => renameList(caller, fieldsOf(form)))

export const dropFromList = async (_: FormState, form: FormData) =>
  stay(form, 'listRemoved', (caller) => removeFromList(caller, fieldsOf(form)))

export async function endList(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await closeList(await personCaller('/admin/lists'), fieldsOf(form))
    redirect('/admin/lists')
  })
}

const told = 20

/** Says how many were added, and which names matched nobody; those stay in the field. */
export async function fillList(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const { added, already, notFound } = await addToList(await personCaller('/admin/lists'), fieldsOf(form))
    refresh()
    const t = await getTranslations('lists')
    const names = notFound.slice(0, told).join(', ')
    const missing =
      notFound.length > 0 ? ` ${t('notFound', { count: notFound.length, names, more: Math.max(0, notFound.length - told) })}` : ''
    return { status: 'done', message: t('added', { added, already }) + missing, values: { people: notFound.join('\n') } }
  })
}
