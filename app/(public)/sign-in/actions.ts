'use server'

import { redirect } from 'next/navigation'
import { signInWithPassword } from '#auth/sign-in'
import { returnPath } from '#domain/return-path'
import { asFormState, type FormState } from '../../_adapter/action.ts'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await signInWithPassword({ identifier: text(form, 'identifier'), password: text(form, 'password') }, form.get('isShared') === 'on')
    redirect(returnPath(form.get('next'), '/training'))
  })
}
