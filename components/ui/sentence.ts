/** Fills the `{name}`s of a sentence, for code in the browser: the words come from the server, without the library that reads them there. */
export const sentence = (pattern: string, values: Record<string, string | number>): string =>
  pattern.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
