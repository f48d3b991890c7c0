/**
 * Brings a cell of a table into sight within its box, clear of the heading and of the first column, which stay where they are, and the box into
 * sight on the page. A cell of the first column is always in sight from side to side.
 */
export function reveal(box: HTMLElement, cell: HTMLElement): void {
  const [head, first] = [box.querySelector('thead'), box.querySelector('thead th')]
  const isFirst = cell.parentElement?.firstElementChild === cell
  const beside = isFirst ? 0 : (first?.clientWidth ?? 0)
  box.style.scrollPadding = `${cell.closest('thead') ? 0 : (head?.clientHeight ?? 0)}px 0px 0px ${beside}px`
  const { scrollLeft } = box
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  if (isFirst) box.scrollLeft = scrollLeft
}
