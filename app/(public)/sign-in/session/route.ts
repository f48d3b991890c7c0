import { passwordCookies } from '#auth/password'
import { returnPath } from '#domain/return-path'
import { openPost } from '../../../_adapter/form-post.ts'

/** Signs in for the script of the form; without script the form's own action does. */
export const POST = openPost<Record<string, never>>({
  page: () => '/sign-in',
  act: async ({ caller, header, field }) => {
    const given = { identifier: field('identifier'), password: field('password') }
    const cookies = await passwordCookies(caller, header, given, field('isShared') === 'on')
    return { next: returnPath(field('next'), '/training'), cookies }
  },
})
