import { createServer } from 'node:net'
import { StartRefused } from '#db/refusal'

/** @throws StartRefused when the address cannot be listened on. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefused(host, port, error.code)))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

export function portRefused(host: string, port: number, code = 'unknown'): StartRefused {
  if (code === 'EADDRINUSE')
    return new StartRefused(`Port ${port} is taken by another program: stop that one, or choose another with PORT=8080 npm start.`)
  if (code === 'EACCES')
    return new StartRefused(`Port ${port} needs more rights than this user has: choose one above 1023 with PORT, and put a proxy in front.`)
  if (code === 'EADDRNOTAVAIL') return new StartRefused(`HOST=${host} is not an address of this machine.`)
  return new StartRefused(`${host} port ${port} cannot be listened on (${code}).`)
}
