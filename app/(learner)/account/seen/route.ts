import { formPost } from '../../../_adapter/form-post.ts'

/** Tells that somebody is at a shared device: as with every request, the session's silence begins anew. */
export const POST = formPost({ page: () => '/account', act: async () => null })
