import type { Search } from '../../_adapter/search.ts'

export type { Search }

/** One value for each name: the last one, where an address has several. */
export async function single(search: Search): Promise<Record<string, string>> {
  const entries = Object.entries(await search).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** All values, in order. */
export async function asParams(search: Search): Promise<URLSearchParams> {
  const entries = Object.entries(await search).flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each]))
  return new URLSearchParams(entries)
}

/** The address with some parts changed; empty ones are left out. */
export function withParams(path: string, params: Record<string, string | number | null>): string {
  const kept = Object.entries(params).filter(([, value]) => value !== null && value !== '')
  const query = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
  return query === '' ? path : `${path}?${query}`
}
