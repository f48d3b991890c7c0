import { refresh } from 'next/cache'
import { type PersonCaller, personCaller } from '#auth/actor'
import { getTranslations } from '#components/ui/words'
import type messages from '#messages/en'
import { asFormState, type FormState } from '../../_adapter/action.ts'

/** The fields of a form; each once, the last of several. Files are not text and fail the schema. */
export const fieldsOf = (form: FormData) => Object.fromEntries(form)

/** Runs a command for a form that stays on its page: says what was done, and shows the page as it is then. */
export function stay(
  form: FormData,
  said: keyof (typeof messages)['admin']['said'],
  act: (caller: PersonCaller) => Promise<unknown>,
): Promise<FormState> {
  return asFormState(form, async () => {
    await act(await personCaller('/admin'))
    refresh()
    const t = await getTranslations('admin.said')
    return { status: 'done', message: t(said) }
  })
}
