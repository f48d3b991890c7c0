'use server'

import { getTranslations } from 'next-intl/server'
import { currentCaller } from '#auth/actor'
import { requestReset } from '#services/account/request-reset'
import { asFormState, type FormState } from '../../_adapter/action.ts'

export async function sendLink(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    await requestReset(await currentCaller(), { email: form.get('email') })
    return { status: 'done', message: (await getTranslations('auth'))('resetSent') }
  })
}
