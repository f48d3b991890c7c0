import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'

interface Manifest {
  staticRoutes: { page: string }[]
  dynamicRoutes: { page: string; regex: string }[]
}

/** Finds the pattern of an address among the routes of the build: a closed list, whatever people ask for. */
export function routeFinder({ staticRoutes, dynamicRoutes }: Manifest): (url?: string) => string {
  const known = new Set(staticRoutes.map(({ page }) => page))
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }))
  return (url = '') => {
    const [path = ''] = url.split('?', 1)
    if (known.has(path)) return path
    if (path.startsWith('/_next/')) return '/_next'
    return patterns.find(({ pattern }) => pattern.test(path))?.page ?? 'other'
  }
}

export const builtRoutes = (): Manifest => JSON.parse(readFileSync(join(root, '.next', 'routes-manifest.json'), 'utf8')) as Manifest
