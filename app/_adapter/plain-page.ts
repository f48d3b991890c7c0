/**
 * The looks of the site in a few lines, for pages that come without its style sheets and scripts: what was refused where a file was asked
 * for, and what could not be made at all (`scripts/start/problem-page.ts`).
 */
export const plainLooks = {
  body: 'margin:0;padding:12vh 6vw;font:0.9375rem/1.5 system-ui,sans-serif;color:CanvasText;background:Canvas',
  main: 'max-width:39rem',
  aside: 'margin:-9vh 0 6vh;padding-bottom:.5rem;border-bottom:1px solid;font-size:.8125rem',
  h1: "font:400 2rem/1.2 Charter,Georgia,'Hiragino Mincho ProN','Yu Mincho',serif;margin:0 0 1rem",
  a: 'color:inherit',
} as const

export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
