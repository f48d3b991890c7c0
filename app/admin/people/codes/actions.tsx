'use server'

import { personCaller } from '#auth/actor'
import type { CodeState } from '#components/admin/code-form'
import { CodeSlips } from '#components/admin/code-slips'
import { printCodes } from '#services/people/print-codes'
import { asFormState } from '../../../_adapter/action.ts'

/** Makes the codes and hands them to the page that asked, as slips to print; nobody can ask for them again. */
export async function makeCodes(_: CodeState, form: FormData): Promise<CodeState> {
  let slips: CodeState['slips'] = null
  const state = await asFormState(form, async () => {
    const caller = await personCaller('/admin/people/codes')
    const made = await printCodes(caller, { personIds: form.getAll('personId') })
    slips = <CodeSlips {...made} organisation={caller.organisation.name} />
    return undefined
  })
  return { ...state, slips }
}
