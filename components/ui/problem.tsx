'use client'

import problem from '#messages/problem'

/** The words for when the server could not even send words, in the language of the page. */
export const problemWords = () => problem[document.documentElement.lang === 'ja' ? 'ja' : 'en']

/** What stands in the place of a page, or a part of one, that broke while it was open. */
export function Problem({ number }: { number: string | undefined }) {
  const say = typeof document === 'undefined' ? problem.en : problemWords()
  return (
    <main id="main" className="page">
      <h1 className="sentence">{say.title}</h1>
      <p className="mt-4 max-w-[39rem]">{say.text.replace('{number}', number ?? '–')}</p>
      <p className="mt-6">
        <button type="button" className="btn" onClick={() => window.location.reload()}>
          {say.tryAgain}
        </button>
      </p>
    </main>
  )
}
