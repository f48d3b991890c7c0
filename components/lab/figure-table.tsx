import type { ReactNode } from 'react'

interface Props {
  id: string
  title: string
  /** What the figures are of, and what is not known; null where the title says it. */
  about: string | null
  /** Of the first column, then of each column of figures. */
  heads: readonly string[]
  rows: readonly { id: string; text: string; more?: ReactNode; cells: readonly string[] }[]
}

/** A section of figures: what each row is of, and under it whatever more there is to say. */
export function FigureTable({ id, title, about, heads: [head, ...heads], rows }: Props) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <div className="head2">
        <h2 className="h2" id={id}>
          {title}
        </h2>
        {about && <p className="meta">{about}</p>}
      </div>
      <table className="table people figures-of">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {heads.map((each) => (
              <th key={each} scope="col" className="n">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.text}
                {row.more}
              </th>
              {row.cells.map((cell, column) => (
                <td key={heads[column]} className="n" data-l={heads[column]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
