import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { inLanguage } from '../ui/words.tsx'
import { CameAbout } from './came-about.tsx'

const shown = (language: 'en' | 'ja', who: 'you' | 'they') =>
  inLanguage(language, () => renderToStaticMarkup(<CameAbout who={who} findings={0.8} evidence={0.5} hintsCost={0.06} />))

describe('how a score came about', () => {
  it('is told in its parts', () => {
    const told = 'You have 80 % of the 60 points for findings and 50 % of the 40 points for evidence, less 6 points for hints.'
    expect(shown('en', 'you')).toContain(told)
    expect(shown('ja', 'you')).toContain('結論は60点の80%、証拠は40点の50%、ヒントで6点減です。')
  })

  it('is somebody else’s for a reviewer', () => {
    expect(shown('en', 'they')).toContain('They have 80 % of the 60 points')
    expect(shown('ja', 'they')).toContain('本人の結論は60点の80%')
    for (const language of ['en', 'ja'] as const) expect(shown(language, 'they')).not.toMatch(/\byou|あなた/i)
  })
})
