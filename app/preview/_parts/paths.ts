import type { Language } from '#domain/catalogue/types'

/** Where it is told that files have changed. */
export const changesPath = '/preview/changes'

/** Addresses of the preview in a language. */
export function previewPaths(language: Language) {
  const index = `/preview/${language}`
  return {
    index,
    course: (id: string) => `${index}/courses/${encodeURIComponent(id)}`,
    unit: (id: string) => `${index}/units/${encodeURIComponent(id)}`,
    case: (id: string) => `${index}/cases/${encodeURIComponent(id)}`,
  }
}

export type PreviewPaths = ReturnType<typeof previewPaths>
