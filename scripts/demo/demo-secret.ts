import { createHmac } from 'node:crypto'

/** The demonstration's own secret, so that nothing signed there counts in the installation. */
export const demoSecret = (secret: string): string => createHmac('sha256', secret).update('demonstration').digest('base64url')
