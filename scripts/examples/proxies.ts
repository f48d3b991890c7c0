import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startBundled, stopBundled } from '#db/embedded'
import { step } from '../bootstrap/steps.mjs'
import { build } from '../start/build.ts'
import { addressRewriter } from '../start/client-address.ts'
import { type Instance, startCasebook, stop } from './casebook.ts'
import { example, exampleHost, makeCertificate, type Ports, writeNginx } from './files.ts'
import type { Program, Programs } from './programs.ts'
import { Visitor } from './visitor.ts'
import { freePort } from './wait.ts'

/** Starts one of the proxies with its example, adapted in ports and certificate only. */
type Proxy = (programs: Record<Program, string>, folder: string, ports: Ports) => Promise<{ trusted: Buffer; stop: () => Promise<void> }>

const proxies: Record<string, Proxy> = {
  nginx: async ({ nginx, openssl }, folder, ports) => {
    const pair = makeCertificate(openssl, folder)
    const child = spawn(nginx, ['-p', folder, '-c', writeNginx(folder, pair, ports), '-g', 'daemon off;'], { stdio: 'ignore' })
    return { trusted: readFileSync(pair.certificate), stop: () => stop(child) }
  },
  Caddy: async ({ caddy }, folder, { http, https, casebook }) => {
    const file = join(folder, 'Caddyfile')
    const options = ['admin off', 'local_certs', 'skip_install_trust', `http_port ${http}`, `https_port ${https}`]
    writeFileSync(file, `{\n${options.join('\n')}\n}\n${example('Caddyfile')}`)
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    const child = spawn(caddy, ['run', '--config', file, '--adapter', 'caddyfile'], {
      stdio: 'ignore',
      env: { ...env, CASEBOOK_UPSTREAM: casebook.map((port) => `127.0.0.1:${port}`).join(' ') },
    })
    const trusted = await readWhenThere(join(folder, 'caddy', 'pki', 'authorities', 'local', 'root.crt'))
    return { trusted, stop: () => stop(child) }
  },
}

async function readWhenThere(file: string): Promise<Buffer> {
  for (let tries = 200; ; tries -= 1)
    try {
      return readFileSync(file)
    } catch (error) {
      if (tries === 0) throw error
      await pause(100)
    }
}

/** Puts each proxy before two instances on one database, and looks at Casebook through it. */
export async function tryProxies(programs: Programs, folder: string): Promise<void> {
  await step('build', () => build())
  for (const [name, proxy] of Object.entries(proxies)) {
    const own = join(folder, name)
    mkdirSync(own)
    chmodSync(own, 0o755)
    await step(
      name,
      () => tryProxy(proxy, programs as Record<Program, string>, own),
      () => 'well',
    )
  }
}

async function tryProxy(proxy: Proxy, programs: Record<Program, string>, folder: string): Promise<void> {
  const [http, https, one, two] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const echo = await startEcho()
  const { host, port, user, password } = await startBundled(join(folder, 'server'), { durable: false })
  const shared = {
    PUBLIC_URL: `https://${exampleHost}:${https}`,
    DATABASE_URL: `postgres:///casebook?${new URLSearchParams({ host, port: String(port), user, password })}`,
    CASEBOOK_SECRET: 'x'.repeat(32),
  }
  const instances: Instance[] = []
  try {
    for (const own of [one, two])
      instances.push(await startCasebook({ ...shared, PORT: String(own), CASEBOOK_DATA: join(folder, `data-${own}`) }))
    await through(proxy, programs, folder, { http, https, casebook: [one, two] }, (visitor) => visit(visitor, instances))
    await through(proxy, programs, folder, { http, https, casebook: [echo.port] }, spoof)
  } finally {
    echo.close()
    for (const instance of instances) await instance.stop()
    await stopBundled(join(folder, 'server'))
  }
}

async function through(
  proxy: Proxy,
  programs: Record<Program, string>,
  folder: string,
  ports: Ports,
  work: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const { trusted, stop: end } = await proxy(programs, folder, ports)
  try {
    const visitor = new Visitor(ports.https, trusted)
    await reachable(visitor)
    await work(visitor)
  } finally {
    await end()
  }
}

async function reachable(visitor: Visitor): Promise<void> {
  for (let tries = 100; ; tries -= 1)
    try {
      await visitor.get('/')
      return
    } catch (error) {
      if (tries === 0) throw error
      await pause(100)
    }
}

const owner = { name: 'Ayaka Mori', email: 'ayaka.mori@kitahama.example', password: 'seven grey herons by the weir' }

/** Sets up, signs in, and tries what a proxy can spoil: forms, cookies, headers, addresses in redirects, the size of bodies. */
async function visit(visitor: Visitor, instances: Instance[]): Promise<void> {
  const last = instances.at(-1)
  const setUpPath = last?.setUpPath // each start makes a new link, in place of the one before
  const page = await visitor.get('/sign-in')
  assert.equal(page.status, 200)
  assert.match(String(page.headers['strict-transport-security']), /max-age=\d{7,}/)
  assert.ok(setUpPath, 'a set-up link is printed')
  const done = await visitor.submit(setUpPath, { organisationName: 'Kitahama Instruments', ...owner })
  assert.equal(done.status, 303, 'a form is taken')
  assert.equal((await visitor.get('/account')).status, 200, 'the cookie holds')
  const foreign = await visitor.submit('/account', {}, { Origin: 'https://evil.example' })
  assert.equal(foreign.status, 403, 'a form of another site is refused')
  for (let times = 6; times > 0; times -= 1) assert.equal((await visitor.get('/account')).status, 200, 'both instances know the session')
  const large = await visitor.post('/sign-in', Buffer.alloc(2_000_000))
  // Caddy 2.6 says 502 where later versions say 413.
  assert.ok([413, 502].includes(large.status), `a large body is refused, not answered with ${large.status}`)
  await last?.stop()
  for (let times = 6; times > 0; times -= 1) assert.equal((await visitor.get('/account')).status, 200, 'one instance is enough')
}

/** What Casebook takes for the client's address is what the proxy sees, whatever the client says. */
async function spoof(visitor: Visitor): Promise<void> {
  const claims = { 'X-Forwarded-For': '203.0.113.9', Forwarded: 'for=203.0.113.9', 'X-Real-IP': '203.0.113.9' }
  assert.equal((await visitor.get('/', claims)).text, '127.0.0.1')
}

/** A server that answers with the address that Casebook would take for the client's. */
async function startEcho(): Promise<{ port: number; close: () => void }> {
  const rewrite = addressRewriter(['loopback'])
  const server = createServer((request, response) => {
    rewrite(request)
    response.end(request.headers['x-forwarded-for'])
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { port, close: () => void server.close() }
}
