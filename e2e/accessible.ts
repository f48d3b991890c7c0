import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'

/** The smaller of two files that do the same: every page that is looked at reads it. */
const source = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')

/** Violations of WCAG 2.2 A and AA that axe can see, in the state the page is in: each with the elements it is about. */
export async function violationsOn(page: Page): Promise<string[]> {
  return violationsOf(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
}

/** Of a page already seen in other colours: whether these differ enough. All other rules are about what is there, which is the same. */
export async function contrastViolationsOn(page: Page): Promise<string[]> {
  return violationsOf(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] })
}

/**
 * Axe is run in the page itself, put into it once, and tells only what is wrong. Its package for Playwright takes four times as long: it
 * opens an empty page for each look, for the sake of frames, of which we have none, and describes there every element that is as it should be.
 */
async function violationsOf(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  expect(page.frames().length, 'frames: axe would not look into a second one').toBe(1)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const violations = await page.evaluate(run, runOnly)
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ target }) => target.join(' ')).join('\n  ')}`)
}

/** Runs in the page, once colours that pass into others have become these. */
async function run(runOnly: axe.RunOnly) {
  const passing = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
  await Promise.allSettled(passing.map(({ finished }) => finished))
  const inPage = (window as unknown as { axe: typeof axe }).axe
  return (await inPage.run(document, { runOnly, resultTypes: ['violations'] })).violations
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page), `axe on ${page.url()}`).toEqual([])
}

/** Runs in the page: what makes it scroll sideways, innermost first; empty when nothing does. */
export function widerThanWindow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const beyond = [...document.body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > clientWidth + 0.5)
  const innermost = beyond.filter((each) => ![...each.children].some((child) => beyond.includes(child)))
  const named = innermost.slice(0, 3).map((each) => `<${each.tagName.toLowerCase()}> ${each.textContent?.trim().slice(0, 60)}`)
  return [`scrolls ${scrollWidth - clientWidth} px sideways at 320 px: ${named.join('; ')}`]
}
