import { chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Need, needs } from './installed.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { greets } from './smtp-ready.ts';

/** What a Postfix of a test does. */
export interface PostfixWish {
  /** Refusals by recipient: `550 5.1.1 No such user`, as an access table holds them (access(5)). Every other recipient is taken. */
  readonly recipients?: Readonly<Record<string, string>> | undefined;
  /** Refusals by sender. */
  readonly senders?: Readonly<Record<string, string>> | undefined;
  /** PEM; absent: STARTTLS is not offered. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** More parameters of main.cf, or other values for those below. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

const daemons = '/usr/lib/postfix/sbin';
/** Queues that Postfix does not make itself, and may not go without. */
const queues = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'saved', 'trace'];

/** Whether Postfix can run here: its master wants to be root, and gives that up for its servers. */
export function postfixNeed(): Need {
  if (process.getuid?.() !== 0) return { met: false, because: ' (skipped: Postfix runs as root alone)' };
  return needs('master', 'postconf');
}

/** Starts Postfix on a free port of 127.0.0.1. It delivers nothing: whatever it took would be discarded. */
export async function startPostfix(wish: PostfixWish = {}): Promise<ServerProcess> {
  const server = await startServer({
    program: 'master',
    prepare(folder, port) {
      const etc = join(folder, 'etc');
      makeFolders(folder);
      writeFileSync(join(etc, 'main.cf'), mainOf(wish, folder));
      writeFileSync(join(etc, 'master.cf'), masterOf(port));
      writeFileSync(join(etc, 'recipients'), tableOf(wish.recipients));
      writeFileSync(join(etc, 'senders'), tableOf(wish.senders));
      if (wish.tls !== undefined) writeFileSync(join(etc, 'tls.pem'), wish.tls.key + wish.tls.cert, { mode: 0o600 });
      return ['-c', etc, '-d'];
    },
    ready: greets,
  });
  return { ...server, log: () => server.log() + readFileSync(join(server.folder, 'maillog'), 'utf8') };
}

function mainOf({ tls, settings }: PostfixWish, folder: string): string {
  const parameters: Record<string, string> = {
    compatibility_level: '3.6',
    queue_directory: `${folder}/queue`,
    data_directory: `${folder}/data`,
    daemon_directory: daemons,
    mail_owner: 'postfix',
    // /dev/stdout cannot be opened where it is a socket, as under Node
    maillog_file: `${folder}/maillog`,
    maillog_file_prefixes: folder,
    myhostname: 'mx.example.net',
    mydestination: 'example.net',
    mynetworks: '',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    smtpd_peername_lookup: 'no',
    alias_maps: '',
    local_recipient_maps: '',
    local_transport: 'discard:',
    default_transport: 'discard:',
    smtpd_sender_restrictions: `check_sender_access texthash:${folder}/etc/senders`,
    smtpd_relay_restrictions: 'reject_unauth_destination',
    smtpd_recipient_restrictions: `check_recipient_access texthash:${folder}/etc/recipients, permit`,
    // a test asks for refusals again and again: nobody is to be slowed down or turned away for it
    smtpd_error_sleep_time: '0',
    smtpd_hard_error_limit: '1000',
    smtpd_client_connection_count_limit: '0',
    smtpd_client_connection_rate_limit: '0',
    ...(tls === undefined ? {} : { smtpd_tls_security_level: 'may', smtpd_tls_chain_files: `${folder}/etc/tls.pem` }),
    ...settings,
  };
  return Object.entries(parameters)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

/** No service in a chroot: there is nothing in it. */
function masterOf(port: number): string {
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'postlog unix-dgram n - n - 1 postlogd',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'discard unix - - n - - discard',
    '',
  ].join('\n');
}

/** `key value` on each line (texthash in DATABASE_README): any text may stand in the value, braces too. */
function tableOf(table: Readonly<Record<string, string>> = {}): string {
  return Object.entries(table)
    .map(([key, value]) => `${key} ${value}\n`)
    .join('');
}

function makeFolders(folder: string): void {
  const [uid, gid] = idsOf('postfix');
  mkdirSync(join(folder, 'etc'));
  for (const name of ['data', 'queue/pid', 'queue/private', 'queue/public', 'queue/maildrop'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const queue of queues) {
    const path = join(folder, 'queue', queue);
    mkdirSync(path, { mode: 0o700 });
    chownSync(path, uid, gid);
  }
  for (const name of ['data', 'queue/private', 'queue/public', 'queue/maildrop'])
    chownSync(join(folder, name), uid, gid);
}

function idsOf(user: string): readonly [uid: number, gid: number] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((own) => own.startsWith(`${user}:`));
  if (line === undefined) throw new Error(`There is no user ${user} in /etc/passwd: install Postfix with its package.`);
  const [, , uid, gid] = line.split(':');
  return [Number(uid), Number(gid)];
}
