import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { secretOf } from '#db/environment'

/**
 * The mark a browser keeps after signing in: it has known the password of this account before (OWASP, device cookies). It lets nobody in; it only
 * gives the browser a brake of its own, which whoever guesses elsewhere cannot pull.
 */
const seal = (deviceId: string, personId: string) =>
  createHmac('sha256', secretOf()).update(`device\0${deviceId}\0${personId}`).digest('base64url')

export function newDeviceMark(personId: string): string {
  const deviceId = randomBytes(12).toString('base64url')
  return `${deviceId}.${seal(deviceId, personId)}`
}

/** The device a mark was given to, if it was for this person; else null. */
export function markedDevice(mark: string, personId: string): string | null {
  const [deviceId = '', sealed = ''] = mark.split('.')
  const [given, right] = [Buffer.from(sealed), Buffer.from(seal(deviceId, personId))]
  return given.length === right.length && timingSafeEqual(given, right) ? deviceId : null
}
