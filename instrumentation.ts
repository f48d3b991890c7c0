/** Called by Next once per server process, before it answers anything: a server with a wrong environment does not come up. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { environment } = await import('#db/environment')
  environment()
}
