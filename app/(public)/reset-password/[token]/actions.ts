'use server'

import { redirect } from 'next/navigation'
import { currentCaller } from '#auth/actor'
import { noSessionCookie, setCookies } from '#auth/cookie'
import { resetPassword } from '#services/account/reset-password'
import { asFormState, type FormState } from '../../../_adapter/action.ts'

export async function setPassword(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await resetPassword(await currentCaller(), { token: form.get('token'), password: form.get('password') })
    await setCookies(noSessionCookie())
    redirect('/sign-in?notice=password_set')
  })
}
