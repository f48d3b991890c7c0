import type { IncomingMessage } from 'node:http'

/** By which next-intl is told the language of a request. */
const header = 'x-next-intl-locale'

/** The address of a preview names its language: `/preview/ja/units/five-rentals`. So both can be open side by side. */
export function tellLanguage({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): void {
  delete headers[header]
  const language = /^\/preview\/(en|ja)(?=[/?]|$)/.exec(url)?.[1]
  if (language) headers[header] = language
}
