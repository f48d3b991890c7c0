/** HTML that `services/catalogue` made from checked Markdown: a closed set of elements, no attribute from an author but https links. */
export function Html({
  html,
  as: Element = 'div',
  className,
  id,
}: {
  html: string
  as?: 'div' | 'span' | 'p' | 'legend'
  className?: string
  id?: string
}) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the compiler escapes text and refuses HTML; see services/catalogue/lesson-renderer.ts
  return <Element className={className} id={id} dangerouslySetInnerHTML={{ __html: html }} />
}
