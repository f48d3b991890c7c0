import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { root } from '../bootstrap/node.mjs'

/** The host that the examples are written for, and where they expect Casebook. */
export const exampleHost = 'casebook.example.com'
export const exampleCode = '/opt/casebook/app'

export const pathOf = (name: string) => join(root, 'docs', 'examples', name)
export const example = (name: string) => readFileSync(pathOf(name), 'utf8')

export interface Certificate {
  certificate: string
  key: string
}

/** A throw-away certificate for the example's host, signed by itself. */
export function makeCertificate(openssl: string, folder: string): Certificate {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const whose = ['-subj', `/CN=${exampleHost}`, '-addext', `subjectAltName=DNS:${exampleHost}`]
  execFileSync(openssl, [...kind, ...whose, '-keyout', key, '-out', certificate], { stdio: 'pipe' })
  return { certificate, key }
}

export interface Ports {
  http: number
  https: number
  /** Where Casebook listens; several instances, several ports. */
  casebook: number[]
}

const hasIPv6 = () => Object.values(networkInterfaces()).some((all) => all?.some(({ family }) => family === 'IPv6'))

/**
 * A whole configuration of nginx around the example, which is a part of one: with the given ports and certificate, and nothing outside
 * of `folder`. Returns its path.
 */
export function writeNginx(folder: string, { certificate, key }: Certificate, { http, https, casebook }: Ports): string {
  const site = example('nginx.conf')
    .replaceAll('127.0.0.1:3000;', casebook.map((port) => `127.0.0.1:${port};`).join(' server '))
    .replaceAll(/listen (\[::\]:)?80;/g, `listen $1${http};`)
    .replaceAll(/listen (\[::\]:)?443 /g, `listen $1${https} `)
    .replace(/(ssl_certificate +)\S+;/, `$1${certificate};`)
    .replace(/(ssl_certificate_key +)\S+;/, `$1${key};`)
    .replaceAll(hasIPv6() ? /$^/g : /^.*\[::\].*$/gm, '')
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const file = join(folder, 'nginx.conf')
  writeFileSync(join(folder, 'site.conf'), site)
  writeFileSync(
    file,
    `worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 128; }
http {
  access_log off;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  include ${folder}/site.conf;
}
`,
  )
  return file
}
