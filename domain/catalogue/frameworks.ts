import type { Framework } from './types.ts'

/** What each framework calls itself, with the version whose ids are used. */
export const frameworkNames: Record<Framework, string> = {
  'nist-800-53': 'NIST SP 800-53 Rev. 5',
  'nist-csf': 'NIST CSF 2.0',
  'iso-27001': 'ISO/IEC 27001:2022',
  cis: 'CIS Controls v8.1',
  'pci-dss': 'PCI DSS v4.0.1',
  attack: 'MITRE ATT&CK v18.1',
}
