import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import BrokenFrame from './global-error.tsx'

afterEach(() => vi.unstubAllGlobals())

const shown = (banner: object | null) => {
  vi.stubGlobal('document', { documentElement: { lang: 'ja' }, querySelector: (what: string) => (what === 'aside.demo' ? banner : null) })
  return renderToStaticMarkup(<BrokenFrame error={Object.assign(new Error('broken'), { digest: '123456' })} />)
}

test('a frame that broke says what is to be done, with its number', () => {
  expect(shown(null)).toContain('123456')
  expect(shown(null)).not.toContain('<aside')
})

test('the demonstration goes on saying that it is one', () => {
  const banner = { textContent: '見てまわるための架空の組織です。', getAttribute: () => 'デモ' }
  expect(shown(banner)).toContain('<aside class="demo" aria-label="デモ">見てまわるための架空の組織です。</aside>')
})
