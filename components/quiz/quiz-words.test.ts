import { describe, expect, it } from 'vitest'
import { languages } from '#domain/catalogue/types'
import { sentence } from '../ui/sentence.ts'
import { wordsIn } from '../ui/words.tsx'
import { quizWordKeys, quizWordsIn } from './quiz-words.tsx'

describe('the words of a quiz in the browser', () => {
  it('read as they would on the server, whatever is filled in', () => {
    for (const language of languages) {
      const t = wordsIn(language, 'quiz') as unknown as (key: string, values: Record<string, string>) => string
      const words = quizWordsIn(language)
      for (const key of quizWordKeys) {
        const names = [...words[key].matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
        const values = Object.fromEntries(names.map((name) => [name, `<${name} ’$&>`]))
        expect(sentence(words[key], values), `${language} ${key}`).toBe(t(key, values))
      }
    }
  })
})
