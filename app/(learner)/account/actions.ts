'use server'

import { redirect } from 'next/navigation'
import { personCaller } from '#auth/actor'
import { getTranslations } from '#components/ui/words'
import { changePassword } from '#services/account/change-password'
import { updateAccount } from '#services/account/update-account'
import { endOtherSessions, endSession } from '#services/sessions/end-session'
import { asFormState, type FormState } from '../../_adapter/action.ts'

export async function saveLanguageAndTime(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const timeZone = form.get('timeZone') || null
    await updateAccount(await personCaller('/account'), { language: form.get('language'), timeZone })
    redirect('/account?notice=saved')
  })
}

export async function savePassword(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const caller = await personCaller('/account')
    const { ended } = await changePassword(caller, { currentPassword: form.get('currentPassword'), password: form.get('password') })
    return { status: 'done', message: (await getTranslations('account'))('passwordChanged', { count: ended }) }
  })
}

export async function endOne(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await endSession(await personCaller('/account'), { sessionId: form.get('sessionId') })
    redirect('/account?notice=ended#sessions')
  })
}

export async function endOthers(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await endOtherSessions(await personCaller('/account'), {})
    redirect('/account?notice=ended#sessions')
  })
}
