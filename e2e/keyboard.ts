import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Presses Tab until the element has the focus, or Shift and Tab where it stands before what has it, as somebody without a mouse would; fails
 * when it is never reached.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  let back: boolean | null = null
  for (let presses = 0; presses < 400; presses += 1) {
    const way = await target.evaluate(wayTo)
    if (way === 'here') return expectRing(target)
    back ??= way === 'back'
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`Tab never reached ${target}`)
}

/** Runs in the page: whether an element has the focus, or else the shorter way to it; from the top of a page the last stop is one key away. */
function wayTo(element: Element): 'here' | 'back' | 'on' {
  const { activeElement } = document
  if (element === activeElement) return 'here'
  // Coming back into a group of radio buttons, the last of them gets the focus.
  if (element instanceof HTMLInputElement && element.type === 'radio') return 'on'
  if (activeElement && activeElement !== document.body) return element.compareDocumentPosition(activeElement) & 4 ? 'back' : 'on'
  const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')]
  const inUse = stops.filter((stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0)
  return inUse.indexOf(element as HTMLElement) * 2 > inUse.length ? 'back' : 'on'
}

/** Whoever tabs sees where they are: the focused element, or what holds it, has an outline or a frame. */
async function expectRing(target: Locator): Promise<void> {
  const isSeen = await target.evaluate((element) => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at)
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return true
    }
    return false
  })
  expect(isSeen, `a visible focus on ${target}`).toBe(true)
}

export async function tabAndPress(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Tabs to a field and types over what stands in it. */
export async function tabAndType(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
