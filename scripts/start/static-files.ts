import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { root } from '../bootstrap/node.mjs'

/** The files of the build that browsers load: their names change with their contents, so they are kept for good. */
const address = '/_next/static/'
const folder = join(root, '.next', 'static')

/** Writes each text file of the build compressed beside itself, once and as small as can be, so that no request waits for it. */
export function compressStaticFiles(): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((each) => each.isFile() && /\.(js|css|svg)$/.test(each.name))) {
    const file = join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

/** Answers requests for these files; hands everything else to `next`. */
export function staticFiles() {
  const serve = sirv(folder, { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000, dotfiles: false })
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { url = '' } = request
    if (!url.startsWith(address)) {
      next()
      return
    }
    request.url = url.slice(address.length - 1)
    serve(request, response, () => {
      request.url = url
      next()
    })
  }
}
