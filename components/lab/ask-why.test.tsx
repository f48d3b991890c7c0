import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { readingReasonOf, readingReasons } from '#domain/labs/reading'
import { inLanguage } from '../ui/words.tsx'
import { AskWhy } from './ask-why.tsx'

it.each([
  ['en', 'Why do you want to read it?'],
  ['ja', '読む理由を選んでください'],
] as const)('offers every reason in words (%s), and goes nowhere without one', (language, legend) => {
  const page = inLanguage(language, () =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={language}>
        <AskWhy />
      </NextIntlClientProvider>,
    ),
  )
  const inputs = page.match(/<input[^>]*>/gu) ?? []
  expect(inputs).toHaveLength(readingReasons.length)
  for (const input of inputs) expect(input).toContain('required=""')
  expect(readingReasons.filter((reason) => page.includes(`value="${reason}"`))).toEqual(readingReasons)
  expect(page).toContain(`<legend class="label">${legend}</legend>`)
})

it('knows a reason by its word, and no other word', () => {
  expect(readingReasons.map(readingReasonOf)).toEqual(readingReasons)
  for (const word of ['curiosity', '', undefined, ['asked'], null]) expect(readingReasonOf(word)).toBeNull()
})
