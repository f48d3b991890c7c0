/** Folders of the shared files, by department. */
export const foldersOf = {
  design: ['drawings/gauge-7', 'drawings/pump-4', 'models/valve'],
  finance: ['accounts/partners', 'accounts/quarter', 'payroll/plan'],
  purchasing: ['suppliers/contracts', 'suppliers/offers', 'tenders/harbour'],
  sales: ['customers/contacts', 'customers/visits', 'tenders/tower'],
} as const
export const folders: readonly string[] = Object.values(foldersOf).flat()
