import type { Language, MatrixFigure } from '#domain/catalogue/types'

type Value = 'yes' | 'no' | 'partly'

/** Rows against columns, as a real table: each cell has a shape and a word. On a phone each row becomes a block. */
export function Matrix({ figure, language }: { figure: MatrixFigure; language: Language }) {
  const { columns, rows, legend } = figure
  return (
    // The roles are kept by name, because a narrow page shows the table as blocks.
    // biome-ignore-start lint/a11y/noRedundantRoles: display: block takes a table's own roles away in browsers
    <table className="table matrix" role="table" aria-label={figure.title[language]}>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {figure.corner[language]}
          </th>
          {columns.map((column) => (
            <th key={column.id} scope="col" role="columnheader">
              {column.label[language]}
              {column.note && <small>{column.note[language]}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row">
            <th scope="row" role="rowheader">
              {row.label[language]}
              {row.note && <small>{row.note[language]}</small>}
            </th>
            {columns.map((column) => {
              const cell = row.cells[column.id]
              return (
                <td key={column.id} role="cell" className={cell?.value}>
                  <span className="column" aria-hidden="true">
                    {column.label[language]}
                  </span>
                  {cell && <Shape value={cell.value} />}
                  {cell && <span className="word">{legend[cell.value][language]}</span>}
                  {cell?.note && <small>{cell.note[language]}</small>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}

/** Full, half, empty: told apart without colour. */
function Shape({ value }: { value: Value }) {
  return (
    <svg className="shape" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" className="frame" />
      {value === 'yes' && <rect x="1" y="1" width="10" height="10" className="fill" />}
      {value === 'partly' && <path d="M1 11V1L11 11Z" className="fill" />}
    </svg>
  )
}
