'use server'

import { redirect } from 'next/navigation'
import { currentCaller } from '#auth/actor'
import { sessionCookie, setCookies } from '#auth/cookie'
import { requestDevice } from '#auth/sign-in'
import { completeSetup } from '#services/setup/complete-setup'
import { asFormState, type FormState } from '../../_adapter/action.ts'

export async function setUp(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const fields = Object.fromEntries([...form].filter(([name]) => !name.startsWith('$')))
    const { token } = await completeSetup(await currentCaller(), { ...fields, ...(await requestDevice()) })
    await setCookies(sessionCookie(token))
    redirect('/training')
  })
}
