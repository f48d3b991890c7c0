import { expect, it } from 'vitest'
import { findStrangers } from './check-names.ts'

const names = (language: 'en' | 'ja', text: string) =>
  findStrangers(language, text, ['Nao Sato', '佐藤遥さん'], ['Thursday', '皆']).map(({ name }) => name)

it('finds a capital within an English sentence, and a name with its office in a cell', () => {
  expect(names('en', 'On Thursday Sato calls. Then Okada, who is out, calls back.')).toEqual(['Okada'])
  expect(names('en', '04 | backups | Inoue, IT operations | 30 June')).toEqual(['Inoue', 'June'])
  expect(names('en', 'She writes: “Done.” Nobody answers.\nPerhaps later | Video')).toEqual([])
})

it('finds who is spoken of politely in Japanese, and a name with its office in a cell', () => {
  expect(names('ja', '佐藤さんと皆さん、そして岡田さんが話します。')).toEqual(['岡田'])
  expect(names('ja', '04 | バックアップ | 井上（IT運用） | ダール（広報） | ビデオ会議（国外）')).toEqual(['井上', 'ダール'])
  expect(names('ja', '氏名を書きます。')).toEqual([])
})
