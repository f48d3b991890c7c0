/**
 * Given and family names in common use in many places. Who gets which is drawn apart from all else: a name says nothing about what a person
 * does. `order` is how the two are written.
 */
interface NameSet {
  order: 'given first' | 'family first'
  given: readonly string[]
  family: readonly string[]
}

export const nameSets: readonly NameSet[] = [
  {
    order: 'given first',
    given: ['Amara', 'Chidi', 'Kofi', 'Abena', 'Thandiwe', 'Sipho', 'Zuri', 'Kwame'],
    family: ['Okafor', 'Mensah', 'Dlamini', 'Boateng', 'Nwosu', 'Mwangi', 'Abebe', 'Diallo'],
  },
  {
    order: 'given first',
    given: ['Lena', 'Jonas', 'Mette', 'Søren', 'Ingrid', 'Björn', 'Astrid', 'Lukáš'],
    family: ['Vogel', 'Lindqvist', 'Sørensen', 'de Vries', 'Novák', 'Kowalska', 'Schäfer', 'Berg'],
  },
  {
    order: 'given first',
    given: ['Rosa', 'Tomás', 'Lucía', 'João', 'Inês', 'Mateo', 'Beatriz', 'Andrés'],
    family: ['Pinto', 'García', 'Núñez', 'Silva', 'Quispe', 'Ferreira', 'Romero', 'Vargas'],
  },
  {
    order: 'given first',
    given: ['Priya', 'Arjun', 'Fatima', 'Imran', 'Nadia', 'Ravi', 'Leila', 'Omar'],
    family: ['Sharma', 'Rahman', 'Haddad', 'Iyer', 'Siddiqui', 'Perera', 'Aziz', 'Nasser'],
  },
  {
    order: 'given first',
    given: ['Siti', 'Budi', 'Mei Lin', 'Arif', 'Maricel', 'Somchai', 'Dewi', 'Jun Wei'],
    family: ['Hassan', 'Wijaya', 'Tan', 'Santos', 'Lim', 'Wongsakul', 'Putri', 'Reyes'],
  },
  {
    order: 'family first',
    given: ['Minh', 'Lan', 'Hương', 'Đức', 'Jiwoo', 'Minjun', 'Xiaoyan', 'Haoran'],
    family: ['Nguyễn', 'Trần', 'Phạm', 'Kim', 'Park', 'Chen', 'Liu', 'Zhang'],
  },
  {
    order: 'given first',
    given: ['Hana', 'Daichi', 'Mika', 'Ren', 'Aoi', 'Kenta', 'Yuki', 'Sora'],
    family: ['Ishida', 'Noda', 'Mori', 'Arai', 'Kubo', 'Hayashi', 'Ueda', 'Onishi'],
  },
  {
    order: 'given first',
    given: ['Emma', 'Liam', 'Aroha', 'Callum', 'Niamh', 'Tāne', 'Grace', 'Owen'],
    family: ['Murphy', 'Walker', 'Ngata', 'MacLeod', 'Evans', 'Carter', 'O’Brien', 'Hughes'],
  },
]

/** Names written in Japanese, each with its reading: people are sorted by that. */
export const japaneseNames = {
  family: [
    ['佐藤', 'さとう', 'sato'],
    ['鈴木', 'すずき', 'suzuki'],
    ['高橋', 'たかはし', 'takahashi'],
    ['渡辺', 'わたなべ', 'watanabe'],
    ['中村', 'なかむら', 'nakamura'],
    ['小林', 'こばやし', 'kobayashi'],
    ['山口', 'やまぐち', 'yamaguchi'],
    ['松本', 'まつもと', 'matsumoto'],
  ],
  given: [
    ['美咲', 'みさき', 'misaki'],
    ['翔太', 'しょうた', 'shota'],
    ['陽菜', 'ひな', 'hina'],
    ['大輔', 'だいすけ', 'daisuke'],
    ['千尋', 'ちひろ', 'chihiro'],
    ['健一', 'けんいち', 'kenichi'],
    ['恵子', 'けいこ', 'keiko'],
    ['悠真', 'ゆうま', 'yuma'],
  ],
} as const satisfies Record<string, readonly (readonly [string, string, string])[]>
