'use server'

import { redirect } from 'next/navigation'
import { currentCaller } from '#auth/actor'
import { sessionCookie, setCookies } from '#auth/cookie'
import { requestDevice } from '#auth/sign-in'
import { acceptInvitation } from '#services/account/accept-invitation'
import { asFormState, type FormState } from '../../../_adapter/action.ts'

export async function join(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const device = await requestDevice(form.get('isShared') === 'on')
    const { token } = await acceptInvitation(await currentCaller(), { token: form.get('token'), password: form.get('password'), ...device })
    await setCookies(sessionCookie(token))
    redirect('/training')
  })
}
