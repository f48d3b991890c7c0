'use server'

import { redirect } from 'next/navigation'
import { currentCaller } from '#auth/actor'
import { findCode } from '#services/account/find-code'
import { asFormState, type FormState } from '../../_adapter/action.ts'

/** Leads from a code on paper to the page where its password is chosen; the code is spent there. */
export async function openCode(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const { kind, token } = await findCode(await currentCaller(), { code: form.get('code') })
    redirect(kind === 'invitation' ? `/invite/${token}` : `/reset-password/${token}`)
  })
}
