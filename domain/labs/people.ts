import type { LabStream } from './stream.ts'

/** Given and family names of people who do not exist, in one list each; nothing says or asks where a name comes from. */
const given = [
  ...[
    'Abena',
    'Adele',
    'Akira',
    'Aleks',
    'Amara',
    'Amir',
    'Ana',
    'Anders',
    'Anjali',
    'Aoi',
    'Arif',
    'Asha',
    'Ayaka',
    'Bela',
    'Bo',
    'Carla',
  ],
  ...[
    'Chiara',
    'Daichi',
    'Daniel',
    'Dina',
    'Elin',
    'Emre',
    'Esi',
    'Farah',
    'Felix',
    'Gita',
    'Grace',
    'Hana',
    'Haruto',
    'Hugo',
    'Ines',
    'Ivan',
  ],
  ...['Jan', 'Jiho', 'Jin', 'Jonas', 'Julia', 'Kaede', 'Karim', 'Keiko', 'Kenji', 'Kofi', 'Lan', 'Lea', 'Leo', 'Lin', 'Lucia', 'Maja'],
  ...[
    'Marco',
    'Mei',
    'Mika',
    'Minh',
    'Nadia',
    'Naomi',
    'Nia',
    'Nils',
    'Noor',
    'Olga',
    'Omar',
    'Paula',
    'Pavel',
    'Petra',
    'Priya',
    'Rafael',
  ],
  ...['Ren', 'Rin', 'Rosa', 'Ryo', 'Sami', 'Sara', 'Sofia', 'Sora', 'Tariq', 'Thandi', 'Tomas', 'Tuan', 'Vera', 'Wei', 'Yara', 'Yui'],
] as const
const family = [
  ...[
    'Achieng',
    'Adeyemi',
    'Aguilar',
    'Aziz',
    'Bakker',
    'Berg',
    'Bianchi',
    'Boateng',
    'Castillo',
    'Dahl',
    'Demir',
    'Diallo',
    'Endo',
    'Ferri',
  ],
  ...['Fischer', 'Fujii', 'Gomez', 'Haddad', 'Hamada', 'Hansen', 'Hassan', 'Horvat', 'Ibrahim', 'Iyer', 'Jansen', 'Kato', 'Kaur', 'Keita'],
  ...['Kim', 'Kitano', 'Kovacs', 'Kowal', 'Larsen', 'Lee', 'Lim', 'Lopez', 'Matsuda', 'Mehta', 'Mendes', 'Moreau', 'Mori', 'Murata'],
  ...['Nakagawa', 'Ngo', 'Nguyen', 'Novak', 'Nunes', 'Okada', 'Okafor', 'Okuda', 'Osei', 'Park', 'Pereira', 'Petrov', 'Pinto', 'Rahman'],
  ...['Rossi', 'Roth', 'Saito', 'Salem', 'Santos', 'Sato', 'Seki', 'Sharma', 'Silva', 'Singh', 'Suzuki', 'Takada', 'Tanabe', 'Torres'],
  ...['Tran', 'Ueno', 'Vargas', 'Vogel', 'Wang', 'Weber', 'Weiss', 'Wong', 'Yamada', 'Yilmaz'],
] as const

/** So many different full names. Drawn before anything is known of whom they will belong to, so that a name tells nothing. */
export function namesFrom(stream: LabStream, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${stream.pick(given)} ${stream.pick(family)}`)
  return [...names]
}
