import { expect, test } from '@playwright/test'
import { contrastViolationsOn, violationsOn, widerThanWindow } from '../accessible.ts'

/** What looks at every page finds what it is there for: else all of them would be well whatever they hold. */

test('What is wrong on purpose is found', async ({ page }) => {
  const colours = '<style>p { background: white; color: black } @media (prefers-color-scheme: dark) { p { color: #ccc } }</style>'
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setContent(
    `<!doctype html><title>Broken</title>${colours}<main><p>Pale in the dark</p><button></button><div style="width: 400px">Wide`,
  )
  expect((await violationsOn(page)).map((each) => each.split(':')[0])).toEqual(['button-name', 'html-has-lang'])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await contrastViolationsOn(page)).toEqual([expect.stringMatching(/^color-contrast: .*\n {2}p$/)])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(widerThanWindow)).toEqual([expect.stringMatching(/^scrolls \d+ px sideways at 320 px: <div> Wide$/)])
  await page.setContent('<iframe></iframe>')
  await expect(violationsOn(page)).rejects.toThrow('frames')
})
