/** A column as a list shows it and as a spreadsheet gets it. */
export interface Column<Row> {
  key: string
  label: string
  /** In a spreadsheet, where it has to say more. */
  exported?: string
  /** What is sorted by, searched in and exported; what is shown, unless a slot shows it otherwise. */
  value: (row: Row) => string | number | undefined
  /** As in CSS grid; `minmax(0, 1fr)` unless said. */
  width?: string
  numeric?: boolean
  /** Holds buttons: neither sorted by nor exported. */
  buttons?: boolean
}

/** RFC 4180, each cell quoted. A text that a spreadsheet would take for a formula is told to be a text. */
export function csvOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const cell = (value: string | number | undefined) => {
    const text = String(value ?? '')
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${safe.replaceAll('"', '""')}"`
  }
  const told = columns.filter(({ buttons }) => !buttons)
  return [
    told.map(({ label, exported }) => exported ?? label),
    ...rows.map((row) => told.map(({ value }) => value(row))),
  ]
    .map((line) => line.map(cell).join(','))
    .join('\r\n')
}

/** Has the browser save a file. */
export function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** With a byte order mark: without it Excel takes Chinese for something else. */
export function saveCsv<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  save(`${name}.csv`, new Blob(['\ufeff', csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }))
}
