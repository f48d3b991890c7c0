import { currentCaller } from '#auth/actor'
import { languageCookie, setCookies } from '#auth/cookie'
import { languages } from '#domain/catalogue/types'
import { returnPath } from '#domain/return-path'
import { updateAccount } from '#services/account/update-account'
import { InvalidInput } from '#services/errors'
import { asResponse } from '../_adapter/route.ts'

/** The language button of every page: kept with the person who is signed in, else in a cookie; then back to the page. */
export async function POST(request: Request): Promise<Response> {
  return asResponse(async () => {
    const form = await request.formData().catch(() => new FormData())
    const language = languages.find((known) => known === form.get('language'))
    if (!language) throw new InvalidInput({ language: 'invalid' })
    const caller = await currentCaller()
    if (caller.actor.kind === 'person') await updateAccount(caller, { language })
    else await setCookies(languageCookie(language))
    return new Response(null, { status: 303, headers: { location: returnPath(form.get('next'), '/training') } })
  })
}
