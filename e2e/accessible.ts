import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Violations of WCAG 2.2 A and AA that axe can see, in the state the page is in: each with the elements it is about. */
export async function violationsOn(page: Page): Promise<string[]> {
  return violationsOf(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))
}

/** Of a page already seen in other colours: whether these differ enough. All other rules are about what is there, which is the same. */
export async function contrastViolationsOn(page: Page): Promise<string[]> {
  return violationsOf(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))
}

async function violationsOf(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.target.join(' ')).join('\n  ')}`)
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page), `axe on ${page.url()}`).toEqual([])
}
