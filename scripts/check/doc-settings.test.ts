import { expect, test } from 'vitest'
import { settingDocProblems } from './doc-settings.ts'

const problems = (page: string, ...settings: string[]) => settingDocProblems({ 'a.md': page }, settings)

test('finds names that no setting has, in spans and in blocks', () => {
  expect(problems('Set `PORT`, `PUBLIC_ADDRESS` or `HOST=::1`.', 'PORT', 'HOST')).toEqual([
    'a.md names PUBLIC_ADDRESS, which is not a setting',
  ])
  expect(problems('```sh\nPROT=8080 npm start\n```\n`PORT`', 'PORT')).toEqual(['a.md names PROT, which is not a setting'])
})

test('finds settings that no page describes, but for what start-up sets itself', () => {
  expect(problems('`PORT`, and SMTP_URL outside of code', 'PORT', 'SMTP_URL', 'CASEBOOK_DEMO')).toEqual([
    'SMTP_URL is described in none of a.md',
  ])
})

test('leaves statements, placeholders and the words of others alone', () => {
  expect(problems('`ALTER ROLE x CREATEROLE`, `GET /api/ready`, `npm run backup FILE`, `git checkout NEW-VERSION`')).toEqual([])
  expect(problems('`POSTGRES_PASSWORD` and A_NAME outside of code')).toEqual([])
})
