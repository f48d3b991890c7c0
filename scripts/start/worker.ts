// One of the processes that serve. It ends when its primary tells it to, after finishing what it is answering, or when the primary is gone.
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import { join } from 'node:path'
import next from 'next'
import { readEnvironment } from '#db/environment'
import { root } from '../bootstrap/node.mjs'
import { endWith } from '../bootstrap/steps.mjs'
import { addressRewriter } from './client-address.ts'
import { answeringPosts } from './direct-posts.ts'
import { gatherPieces } from './gather.ts'
import { guardOf } from './guard.ts'
import { handleWith } from './handle.ts'
import { readableServer } from './http-server.ts'
import { KeptPages } from './kept-pages.ts'
import { measuring } from './metrics.ts'
import { wholeForm } from './multipart.ts'
import { answerPlainly, tellRefusedMethod } from './plain-answer.ts'
import { portRefused } from './port.ts'
import { tellLanguage } from './preview-language.ts'
import { quietConsole, reportUncaught } from './quiet-console.ts'
import { builtRoutes, routeFinder } from './routes.ts'
import { staticFiles } from './static-files.ts'

const settings = readEnvironment()
const { host, port, trustedProxies } = settings
const isDev = process.env.NODE_ENV === 'development'
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined) // the primary decides

// The build wrote the configuration down; reading `next.config.ts` again would cost each process a fifth of a second.
if (!isDev) {
  const built = JSON.parse(readFileSync(join(root, '.next', 'required-server-files.json'), 'utf8')) as { config: unknown }
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(built.config)
}

// After a form's redirect Next reads the page behind it from itself: from this process's own port, whatever name or protocol was asked for.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${isIPv6(host) ? `[${host}]` : host}:${port}`

const app = next({ dev: isDev, hostname: host, port })
if (!isDev) quietConsole()
reportUncaught()
await app.prepare()
const respond = app.getRequestHandler()
const routeOf = isDev ? () => 'other' : routeFinder(builtRoutes())
const pages = new KeptPages()
const handle = handleWith(pages.orElse(answeringPosts(respond)), { settings, measuring: await measuring(settings.metricsToken), routeOf })
const rewriteAddress = addressRewriter(trustedProxies)
const isAllowed = guardOf(settings, isDev)
const serveFile = isDev ? (_: unknown, __: unknown, next: () => void) => next() : staticFiles()
let isStopping = false

function receive(request: IncomingMessage, response: ServerResponse): void {
  if (isStopping) response.setHeader('Connection', 'close')
  rewriteAddress(request)
  if (!isAllowed(request, response)) return
  serveFile(request, response, () => void answer(request, response))
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isDev) {
    tellLanguage(request)
    return respond(request, response) // whose error pages are made for who is developing
  }
  const whole = await wholeForm(request)
  if (!whole) return answerPlainly(response, 400, settings.isHttps)
  gatherPieces(whole, response, (page) => pages.keep(whole, response, page))
  tellRefusedMethod(whole, response, settings.isHttps)
  handle(whole, response)
}

const server = readableServer(receive, settings.isHttps, isDev ? { shouldUpgradeCallback: () => true } : {})
if (isDev) server.on('upgrade', app.getUpgradeHandler()) // pages that reload by themselves

server.on('error', (error: NodeJS.ErrnoException) => {
  endWith(portRefused(host, port, error.code))
  process.exit()
})

process.on('message', (message) => {
  if (message !== 'stop' || isStopping) return
  isStopping = true
  server.close(() => void app.close().finally(() => process.exit(0)))
  setInterval(() => server.closeIdleConnections(), 100).unref()
  // A preview that is open listens without end, and while developing nobody's work is lost.
  setTimeout(() => server.closeAllConnections(), isDev ? 0 : 10_000).unref()
})

if (!process.env.CASEBOOK_DATABASE) Object.assign(process.env, await prepared())
server.listen(port, host)

/** While this process loaded, the database was prepared by another: how to reach it is told when this one says that it listens. */
function prepared(): Promise<Record<string, string>> {
  return new Promise((resolve) => {
    process.on('message', (message: { CASEBOOK_DATABASE?: string }) => {
      if (message.CASEBOOK_DATABASE) resolve({ CASEBOOK_DATABASE: message.CASEBOOK_DATABASE })
    })
    process.send?.('loaded')
  })
}
