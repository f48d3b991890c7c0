'use server'

import { currentCaller } from '#auth/actor'
import { requestDevice } from '#auth/sign-in'
import { getTranslations } from '#components/ui/words'
import { requestReset } from '#services/account/request-reset'
import { asFormState, type FormState } from '../../_adapter/action.ts'

export async function sendLink(_: FormState, form: FormData): Promise<FormState> {
  return asFormState(form, async () => {
    const { address } = await requestDevice()
    await requestReset(await currentCaller(), { email: form.get('email'), address })
    return { status: 'done', message: (await getTranslations('auth'))('resetSent') }
  })
}
