import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, type Need } from './installed.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { greets } from './smtp-ready.ts';

/** What an Exim of a test does. */
export interface EximWish {
  /** Refusals by the part of the recipient before the `@`, each the whole reply with its codes; `\n` begins a new line. Others are taken. */
  readonly recipients?: Readonly<Record<string, string>> | undefined;
  /** The refusal that everybody gets on connecting. */
  readonly connect?: string | undefined;
  /** PEM; absent: STARTTLS is not offered. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

/** The user that Debian's Exim wants to become; it does not start without it. */
const USER = 'Debian-exim';
/** Of `nobody`, where there is no such user. */
const NOBODY = 65_534;

/**
 * Debian's package of Exim cannot be installed beside Postfix, but unpacked anywhere (`dpkg -x`), together with the
 * libraries that are missing: WHYBOUNCE_EXIM names the program inside, such as `/tmp/exim/usr/sbin/exim4`.
 */
function findExim(): string | null {
  const named = process.env['WHYBOUNCE_EXIM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return findProgram('exim4') ?? findProgram('exim');
}

/** Whether Exim can run here. */
export function eximNeed(): Need {
  const no = (why: string): Need => ({ met: false, because: ` (skipped: ${why})` });
  if (process.getuid?.() !== 0) return no('Exim is made ready by root alone');
  const exim = findExim();
  if (exim === null) return no('exim4 not installed, and WHYBOUNCE_EXIM does not name it');
  if (idsOf(USER) === null && wrapperOf(exim) === null)
    return no(`there is no user ${USER}, and no libnss_wrapper beside Exim to make one up`);
  const tried = spawnSync('env', [...librariesOf(exim), exim, '--help'], { encoding: 'utf8' });
  return /shared libraries/.test(tried.stderr)
    ? no(`Exim does not start: ${tried.stderr.trim()}`)
    : { met: true, because: '' };
}

/** Starts Exim on a free port of 127.0.0.1. It has no router, so it could deliver nothing. */
export async function startExim(wish: EximWish = {}): Promise<ServerProcess> {
  const exim = findExim();
  if (exim === null) throw new Error('Exim is not installed: see eximNeed for how to skip.');
  const server = await startServer({
    // sets what Exim needs and becomes Exim, under the same process id
    program: 'env',
    prepare(folder, port) {
      const [uid, gid] = idsOf(USER) ?? [NOBODY, NOBODY];
      mkdirSync(join(folder, 'spool'));
      chownSync(join(folder, 'spool'), uid, gid);
      if (wish.tls !== undefined) {
        writeFileSync(join(folder, 'tls.pem'), wish.tls.key + wish.tls.cert, { mode: 0o640 });
        chownSync(join(folder, 'tls.pem'), 0, gid);
      }
      const configuration = join(folder, 'exim.conf');
      writeFileSync(configuration, configurationOf(wish, folder, port), { mode: 0o644 });
      return [...librariesOf(exim), ...madeUpUser(exim, folder), exim, '-C', configuration, '-bdf'];
    },
    ready: greets,
  });
  return { ...server, log: () => server.log() + readIfThere(join(server.folder, 'spool/mainlog')) };
}

function configurationOf({ recipients = {}, connect, tls }: EximWish, folder: string, port: number): string {
  const refusals = Object.entries(recipients).map(
    ([localPart, reply]) => `  ${verbOf(reply)} local_parts = ${localPart}\n    message = ${escaped(reply)}\n`,
  );
  return `spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
pid_file_path = ${folder}/spool/exim.pid
primary_hostname = mx.example.net
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
keep_environment =
# no question to anybody's DNS, and no asking back
host_lookup =
rfc1413_query_timeout = 0s
# refusals are what is asked for: nobody is turned away for many of them
smtp_max_synprot_errors = 0
smtp_max_unknown_commands = 0
smtp_accept_max_nonmail = 1000
tls_advertise_hosts = ${tls === undefined ? '' : '*'}
${tls === undefined ? '' : `tls_certificate = ${folder}/tls.pem\n`}acl_smtp_connect = at_connect
acl_smtp_rcpt = at_rcpt
acl_smtp_predata = at_data
begin acl
at_connect:
${connect === undefined ? '' : `  ${verbOf(connect)} hosts = *\n    message = ${escaped(connect)}\n`}  accept
at_rcpt:
${refusals.join('')}  accept
# nobody may begin a message, and who tries stands in the log
at_data:
  deny
`;
}

/** An ACL's own code must be of the class of its verb. */
function verbOf(reply: string): 'deny' | 'defer' {
  return reply.startsWith('4') ? 'defer' : 'deny';
}

/** For a string that Exim expands: a backslash and a dollar would not stay what they are. */
function escaped(reply: string): string {
  return reply.replace(/[\\$]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Where the unpacked packages have their libraries: `usr/lib/x86_64-linux-gnu` beside `usr/sbin`. */
function libraryFolders(exim: string): readonly string[] {
  const lib = join(dirname(dirname(exim)), 'lib');
  if (process.env['WHYBOUNCE_EXIM'] !== exim || !existsSync(lib)) return [];
  return readdirSync(lib)
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join(lib, name));
}

function librariesOf(exim: string): readonly string[] {
  const folders = libraryFolders(exim);
  return folders.length === 0 ? [] : [`LD_LIBRARY_PATH=${folders.join(':')}`];
}

function wrapperOf(exim: string): string | null {
  const paths = libraryFolders(exim).map((folder) => join(folder, 'libnss_wrapper.so'));
  return paths.find((path) => existsSync(path)) ?? null;
}

/** A view of the password file in which Exim's user exists, for Exim alone (nss_wrapper(1)); nothing where it exists anyway. */
function madeUpUser(exim: string, folder: string): readonly string[] {
  const wrapper = wrapperOf(exim);
  if (idsOf(USER) !== null || wrapper === null) return [];
  const [passwd, group] = [join(folder, 'passwd'), join(folder, 'group')];
  writeFileSync(
    passwd,
    `${readFileSync('/etc/passwd', 'utf8')}${USER}:x:${NOBODY}:${NOBODY}::/nonexistent:/bin/false\n`,
  );
  writeFileSync(group, `${readFileSync('/etc/group', 'utf8')}${USER}:x:${NOBODY}:\n`);
  return [`LD_PRELOAD=${wrapper}`, `NSS_WRAPPER_PASSWD=${passwd}`, `NSS_WRAPPER_GROUP=${group}`];
}

function idsOf(user: string): readonly [uid: number, gid: number] | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((own) => own.startsWith(`${user}:`));
  if (line === undefined) return null;
  const [, , uid, gid] = line.split(':');
  return [Number(uid), Number(gid)];
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
