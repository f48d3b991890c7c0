import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ReactElement } from 'react'
import { type FixedMarkup, inLanguage } from '#components/ui/words'
import type { Language } from '#domain/catalogue/types'

// React's own renderer for markup that no script comes back to. Next has it not in reach of server components, Node has.
const require = createRequire(join(/*turbopackIgnore: true*/ process.cwd(), 'package.json'))
const { renderToStaticMarkup } = require('react-dom/server') as { renderToStaticMarkup: (element: ReactElement) => string }

const kept = new Map<string, string>()

/**
 * Markup that is the same for everybody who reads a version of a course in a language: rendered once, then kept as it is. A page of a
 * thousand elements costs what one string costs, and is sent that much smaller. Versions never change, and each installation has a handful.
 */
export function fixedMarkup(version: string, language: Language): FixedMarkup {
  return (part, render) => {
    const key = `${version} ${language} ${part}`
    const markup = kept.get(key) ?? markupIn(language, render)
    kept.set(key, markup)
    return { __html: markup }
  }
}

/** The same of a text that changes while somebody looks: rendered each time, and not kept. */
export function freshMarkup(language: Language): FixedMarkup {
  return (_, render) => ({ __html: markupIn(language, render) })
}

const markupIn = (language: Language, render: () => ReactElement) => inLanguage(language, () => renderToStaticMarkup(render()))
