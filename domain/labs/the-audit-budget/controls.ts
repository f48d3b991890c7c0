/** The fourteen controls that can be bought: what each watches, in which record, where, how often, for how many days of audit. */
import type { LabStream } from '../stream.ts'

/** What an incident leaves behind, and what a control watches. */
export type Trace =
  | 'lure-mail'
  | 'steady-contact'
  | 'contact-abroad'
  | 'large-upload'
  | 'mass-reading'
  | 'unplanned-package'
  | 'renamed-tool'
  | 'unexpected-link'
  | 'admin-without-order'
  | 'odd-sign-in'
  | 'mass-download'
  | 'unknown-rental'
  | 'silent-log'

export type RecordKind =
  | 'mail-log'
  | 'proxy-log'
  | 'file-access'
  | 'deployment-journal'
  | 'endpoint-log'
  | 'link-log'
  | 'admin-log'
  | 'sign-in-log'
  | 'cloud-audit-log'
  | 'bills'
  | 'log-store'

export type Place = 'own-sites' | 'affiliates' | 'cloud' | 'rented-servers'
export type Covers = Place | 'all'

/** In which record a trace is found. */
export const recordOf: Readonly<Record<Trace, RecordKind>> = {
  'lure-mail': 'mail-log',
  'steady-contact': 'proxy-log',
  'contact-abroad': 'proxy-log',
  'large-upload': 'proxy-log',
  'mass-reading': 'file-access',
  'unplanned-package': 'deployment-journal',
  'renamed-tool': 'endpoint-log',
  'unexpected-link': 'link-log',
  'admin-without-order': 'admin-log',
  'odd-sign-in': 'sign-in-log',
  'mass-download': 'cloud-audit-log',
  'unknown-rental': 'bills',
  'silent-log': 'log-store',
}

export interface Control {
  code: string
  cost: number
  /** Null for the one that looks at nothing but keeps logs off the machines. */
  watches: Trace | null
  covers: Covers
  /** It looks on this day of an incident, on twice this day, and so on. */
  every: number | null
}

interface Offer {
  code: string
  watches: Trace | null
  /** Where it reaches; null where that is drawn. */
  covers: Place | null
  every: readonly number[]
  cost: readonly [number, number]
}

export const keepLogs = 'keep-logs-elsewhere'

const offers: readonly Offer[] = [
  { code: 'admin-review', watches: 'admin-without-order', covers: null, every: [30, 60, 90], cost: [6, 13] },
  { code: 'bill-check', watches: 'unknown-rental', covers: 'rented-servers', every: [30, 60], cost: [4, 9] },
  { code: 'contacts-abroad', watches: 'contact-abroad', covers: null, every: [1, 7], cost: [11, 18] },
  { code: 'cloud-downloads', watches: 'mass-download', covers: 'cloud', every: [7, 14, 30], cost: [6, 13] },
  { code: 'cloud-sign-ins', watches: 'odd-sign-in', covers: 'cloud', every: [1, 7, 14], cost: [7, 14] },
  { code: 'endpoint-search', watches: 'renamed-tool', covers: null, every: [30, 60, 90], cost: [11, 18] },
  { code: 'file-reading', watches: 'mass-reading', covers: null, every: [14, 30, 60], cost: [7, 14] },
  { code: keepLogs, watches: null, covers: null, every: [], cost: [6, 12] },
  { code: 'link-review', watches: 'unexpected-link', covers: 'affiliates', every: [30, 60, 90], cost: [5, 12] },
  { code: 'mail-review', watches: 'lure-mail', covers: null, every: [1, 7, 30], cost: [9, 17] },
  { code: 'package-comparison', watches: 'unplanned-package', covers: null, every: [7, 14, 30], cost: [6, 13] },
  { code: 'silence-alarm', watches: 'silent-log', covers: null, every: [1, 7], cost: [4, 9] },
  { code: 'steady-contacts', watches: 'steady-contact', covers: null, every: [14, 30, 60], cost: [7, 15] },
  { code: 'upload-volumes', watches: 'large-upload', covers: null, every: [7, 30], cost: [8, 15] },
]

/**
 * Money, reach and frequency are drawn without a look at the incidents.
 * @param reaches out of which the reach is drawn of a control that may stop at the firm’s own sites.
 */
export const drawControls = (stream: LabStream, reaches: readonly Covers[]): Control[] =>
  offers.map(({ code, watches, covers, every, cost: [low, high] }) => ({
    code,
    cost: stream.int(low, high),
    watches,
    covers: stream.pick(covers ? [covers] : reaches),
    every: watches ? stream.pick(every) : null,
  }))
