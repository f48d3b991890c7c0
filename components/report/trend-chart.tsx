import { scaleLinear } from 'd3-scale'
import type { TrendValue } from '#domain/reports/trend'
import { useDates } from '../ui/dates.tsx'
import { useNumbers } from '../ui/numbers.tsx'
import { useTranslations } from '../ui/words.tsx'

interface Props {
  values: readonly TrendValue[]
  /** The due day that most share, if one does. */
  dueDay: string | null
}

/** Two drawings of the same: one for wide screens, one for phones and half a printed page. Text stays at 12 px in both. */
const drawings = {
  wide: { className: 'chart wide-only', width: 700, left: 44, right: 596, labels: 12, bar: 8 },
  narrow: { className: 'chart narrow-only', width: 350, left: 34, right: 258, labels: 3, bar: 5 },
}
type Drawing = (typeof drawings)[keyof typeof drawings]
const [top, bottom, strip, stripBottom] = [14, 204, 232, 270]

/** Done and assigned by week as lines, overdue as bars beneath; the same as a table behind a toggle. */
export function TrendChart(props: Props) {
  return (
    <>
      <Chart {...props} drawing={drawings.wide} />
      <Chart {...props} drawing={drawings.narrow} />
      <TrendTable values={props.values} />
    </>
  )
}

function Chart({ values, dueDay, drawing }: Props & { drawing: Drawing }) {
  const t = useTranslations('reports.trend')
  const numbers = useNumbers()
  const dates = useDates()
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return null
  const most = Math.max(1, ...values.map((value) => value.assigned))
  const x = scaleLinear([first.at.getTime(), last.at.getTime()], [drawing.left, drawing.right])
  const y = scaleLinear([0, most], [bottom, top])
  const barHeight = scaleLinear([0, Math.max(1, ...values.map((value) => value.overdue))], [0, stripBottom - strip])
  const line = (of: (value: TrendValue) => number) =>
    values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(value.at.getTime()).toFixed(1)} ${y(of(value)).toFixed(1)}`).join('')
  const before = values.at(-2)?.overdue ?? 0
  const change = {
    change: last.overdue < before ? 'fewer' : last.overdue > before ? 'more' : 'same',
    count: Math.abs(last.overdue - before),
  }
  const doneAt = Math.min(Math.max(y(last.done) + 2, y(last.assigned) + 21), 190)
  const labelAt = drawing.right + 10
  const description = t('description', {
    first: first.done,
    firstDay: dates.writeDay(first.day, 'date'),
    done: last.done,
    assigned: last.assigned,
    lastDay: dates.writeDay(last.day, 'date'),
    overdue: last.overdue,
  })
  return (
    <svg className={drawing.className} viewBox={`0 0 ${drawing.width} 300`} role="img" aria-label={description}>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((tick) => (
          <g key={tick}>
            <path className={tick === 0 ? 'axis' : 'grid'} d={`M${drawing.left} ${y(tick)}H${drawing.right}`} />
            <text x={drawing.left - 8} y={y(tick) + 4} textAnchor="end">
              {numbers.write(tick)}
            </text>
          </g>
        ))}
      <path className="s2" strokeDasharray="2 4" strokeLinecap="round" d={line((value) => value.assigned)} />
      <path className="s1" d={line((value) => value.done)} />
      <circle className="f1" cx={drawing.right} cy={y(last.done)} r={4} />
      <text x={labelAt} y={y(last.assigned) + 4}>
        {t('assigned', { count: last.assigned })}
      </text>
      <text className="k" x={labelAt} y={doneAt}>
        {t('done', { count: last.done })}
      </text>
      <text x={labelAt} y={doneAt + 16}>
        {numbers.percent(last.done / Math.max(1, last.assigned))}
      </text>
      <DueLine dueDay={dueDay} first={first} last={last} drawing={drawing} />
      <path className="axis" d={`M${drawing.left} ${stripBottom}H${drawing.right}`} />
      <text className="t" x={drawing.left + 6} y={strip - 6}>
        {t('overdueTitle')}
      </text>
      {values.map((value) => (
        <rect
          key={value.day}
          className="fs"
          x={x(value.at.getTime()) - drawing.bar / 2}
          y={stripBottom - barHeight(value.overdue)}
          width={drawing.bar}
          height={barHeight(value.overdue)}
        />
      ))}
      <text className={last.overdue > 0 ? 'k over' : 'k'} x={labelAt} y={256}>
        {t('overdue', { count: last.overdue })}
      </text>
      <text x={labelAt} y={272}>
        {t(drawing === drawings.wide ? 'change' : 'changeShort', change)}
      </text>
      <DayLabels values={values} drawing={drawing} x={(value) => x(value.at.getTime())} />
    </svg>
  )
}

function DueLine({ dueDay, first, last, drawing }: { dueDay: string | null; first: TrendValue; last: TrendValue; drawing: Drawing }) {
  const t = useTranslations('reports.trend')
  const dates = useDates()
  if (dueDay === null || dueDay < first.day || dueDay > last.day) return null
  const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)
  const at = scaleLinear([noon(first.day), noon(last.day)], [drawing.left, drawing.right])(noon(dueDay))
  const isLeft = at < (drawing.left + drawing.right) / 2
  return (
    <>
      <path className="due" d={`M${at.toFixed(1)} ${top - 4}V${stripBottom}`} />
      <text className="t" x={at + (isLeft ? 6 : -6)} y={bottom - 8} textAnchor={isLeft ? 'start' : 'end'}>
        {t('due', { day: dates.writeDay(dueDay, 'short') })}
      </text>
    </>
  )
}

/** The first day of each month in full, the others as numbers, and no more than there is room for. */
function DayLabels({ values, drawing, x }: { values: readonly TrendValue[]; drawing: Drawing; x: (value: TrendValue) => number }) {
  const dates = useDates()
  const step = Math.ceil((values.length - 1) / drawing.labels)
  const shown = values.filter((_, index) => (values.length - 1 - index) % step === 0)
  return shown.map((value, index) => {
    const isNewMonth = value.day.slice(0, 7) !== shown[index - 1]?.day.slice(0, 7)
    return (
      <text key={value.day} x={x(value)} y={290} textAnchor="middle">
        {isNewMonth || step > 1 ? dates.writeDay(value.day, 'short') : Number(value.day.slice(8))}
      </text>
    )
  })
}

function TrendTable({ values }: { values: readonly TrendValue[] }) {
  const t = useTranslations('reports.trend')
  const numbers = useNumbers()
  const dates = useDates()
  return (
    <details className="data">
      <summary>{t('table')}</summary>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('date')}</th>
            <th scope="col" className="n">
              {t('assignedColumn')}
            </th>
            <th scope="col" className="n">
              {t('doneColumn')}
            </th>
            <th scope="col" className="n">
              {t('overdueTitle')}
            </th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ day, assigned, done, overdue }) => (
            <tr key={day}>
              <th scope="row">{dates.writeDay(day, 'date')}</th>
              <td className="n">{numbers.write(assigned)}</td>
              <td className="n">{numbers.write(done)}</td>
              <td className="n">{numbers.write(overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
