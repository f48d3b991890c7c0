import { asFormPost } from '../../../_adapter/form-post.ts'

/** Tells that somebody is at a shared device: as with every request, the session's silence begins anew. */
export async function POST(request: Request): Promise<Response> {
  return asFormPost(request, '/account', async () => null)
}
