/** What Next gives a page as `searchParams`. */
export type Search = Promise<Record<string, string | string[] | undefined>>
