import { expect, it } from 'vitest'
import { tellLanguage } from './preview-language.ts'

const header = 'x-next-intl-locale'

it.each([
  ['/preview/ja', 'ja'],
  ['/preview/en/units/five-rentals?_rsc=1', 'en'],
  ['/preview/ja?_rsc=1', 'ja'],
  ['/preview/japanese', undefined],
  ['/preview', undefined],
  ['/training', undefined],
])('of %s it tells %s, whatever the request itself says', (url, language) => {
  const headers: Record<string, string> = { [header]: 'fr' }
  tellLanguage({ url, headers })
  expect(headers[header]).toBe(language)
})
