import type { Stage } from '../reading.ts';

/** A diagnostic freed of what the reporting server wrote around the refusing server's words. */
export interface Unwrapped {
  readonly text: string;
  readonly host: string | null;
  readonly ip: string | null;
  readonly stage: Stage | null;
}

/**
 * Frees a reply from the words that MTAs put around it, and keeps what they tell:
 *
 *     host mx.example.net[192.0.2.1] said: 550 5.1.1 No such user (in reply to RCPT TO command)
 *     SMTP error from remote mail server after RCPT TO:<a@example.net>: host mx.example.net [192.0.2.1]: 550 …
 *     192.0.2.1 does not like recipient. Remote host said: 550 …
 *     Remote server returned '550 5.1.1 …'     <mx.example.net #5.1.1 smtp;550 …>
 *
 * @param diagnostic one line
 */
export function unwrapReply(diagnostic: string): Unwrapped {
  let text = diagnostic.trim();
  let host: string | null = null;
  let ip: string | null = null;
  const returned = /^remote (?:mail )?server returned:? ?['"]?/i.exec(text);
  if (returned !== null && returned[0].length < text.length) text = text.slice(returned[0].length).replace(/['"]$/, '');
  text = text.replace(/^(?:diagnostic-code:\s*)?(?:smtp|x-[a-z0-9-]{1,20})\s*;\s*/i, '');
  const stage = stageOf(text);
  const reply = text.endsWith(')') ? text.lastIndexOf(' (in reply to ') : -1;
  if (reply > 0) text = text.slice(0, reply);
  const said =
    /^(?:host |Remote MTA |remote server )?(\[?[\w.:-]{1,255}\]?) ?(?:\[([0-9A-Fa-f.:]{2,45})\](?::\d{1,5})?)? ?(?:said|refused to talk to me|responded with failure|replied|gave this error|rejected your message): ?/.exec(
      text,
    );
  if (said !== null && said[0].length < text.length) {
    [host, ip] = hostAndIp(said[1], said[2]);
    text = text.slice(said[0].length);
  } else {
    const exim =
      /(?:^|[\s,])host:? ([\w.-]{1,255}) (?:\[([0-9A-Fa-f.:]{2,45})\]|\(([0-9A-Fa-f.:]{2,45})\))(?::\d{1,5})?(?:: | reason: )/.exec(
        text,
      );
    if (exim !== null) {
      [host, ip] = hostAndIp(exim[1], exim[2] ?? exim[3]);
      text = text.slice(exim.index + exim[0].length) || text;
    } else {
      const remote =
        /(?:(?:^|\s)([\w.-]{1,255}|[0-9.]{7,15}) (?:does not like recipient|failed after I sent the message|does not like sender)\.?\s*)?Remote host said: ?/i.exec(
          text,
        );
      if (remote !== null) {
        [host, ip] = hostAndIp(remote[1], undefined);
        text = text.slice(remote.index + remote[0].length) || text;
      }
    }
  }
  const exchange = /^<([\w.-]{1,255}) #(?:[245]\.\d{1,3}\.\d{1,3} )?smtp; ?(.*?)>?$/i.exec(text);
  if (exchange !== null) {
    host ??= exchange[1] ?? null;
    text = exchange[2] || text;
  }
  if (/^<[245]\d\d[ -].*>$/.test(text)) text = text.slice(1, -1);
  if (
    text.length > 2 &&
    ((text.startsWith('"') && text.endsWith('"')) || (text.startsWith("'") && text.endsWith("'")))
  ) {
    text = text.slice(1, -1);
  }
  return { text: text.trim(), host, ip, stage };
}

function hostAndIp(host: string | undefined, ip: string | undefined): [string | null, string | null] {
  const name = host?.replace(/^\[|\]$/g, '') ?? null;
  if (name !== null && isIpAddress(name)) return [null, name];
  return [name === 'none' ? null : name, ip ?? null];
}

/** Whether the text has the form of an IPv4 or IPv6 address. */
export function isIpAddress(text: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || (/^[0-9A-Fa-f:.]{3,45}$/.test(text) && text.includes(':'));
}

/** Words from which the refused step is known, in the order in which they decide. */
const stageWords: readonly (readonly [string, Stage])[] = [
  ['in reply to end of data', 'end-of-data'],
  ['after end of data', 'end-of-data'],
  ['after pipelined end of data', 'end-of-data'],
  ['failed after i sent the message', 'end-of-data'],
  ['for text command', 'end-of-data'],
  ['in reply to rcpt to', 'rcpt'],
  ['after rcpt to', 'rcpt'],
  ['after pipelined rcpt', 'rcpt'],
  ['did not like our rcpt to', 'rcpt'],
  ['rcpt to response', 'rcpt'],
  ['does not like recipient', 'rcpt'],
  ['for rcpt to command', 'rcpt'],
  ['following rcpt command', 'rcpt'],
  ['smtp:rcpt ', 'rcpt'],
  ['in reply to mail from', 'mail'],
  ['after mail from', 'mail'],
  ['after pipelined mail', 'mail'],
  ['did not like our mail from', 'mail'],
  ['does not like sender', 'mail'],
  ['for mail from command', 'mail'],
  ['smtp:mail ', 'mail'],
  ['in reply to data', 'data'],
  ['after data', 'data'],
  ['did not like our data', 'data'],
  ['smtp:data ', 'data'],
  ['for data command', 'data'],
  ['in reply to helo', 'ehlo'],
  ['in reply to ehlo', 'ehlo'],
  ['after helo', 'ehlo'],
  ['after ehlo', 'ehlo'],
  ['did not like our ehlo', 'ehlo'],
  ['for ehlo command', 'ehlo'],
  ['smtp:ehlo ', 'ehlo'],
  ['in reply to auth', 'auth'],
  ['after auth', 'auth'],
  ['refused to talk to me', 'connect'],
  ['after initial connection', 'connect'],
  ['while performing the initial greeting', 'connect'],
  ['smtp:connect ', 'connect'],
  // a server that asks another one about a recipient quotes what that one said
  ['recipient address rejected', 'rcpt'],
  ['connect to ', 'connect'],
];

/** What all of those words have in common, for a first look. */
const anyStageWord =
  /in reply to|after |for \w+(?: \w+)? command|did not like our|does not like|rcpt to response|following rcpt|smtp:|refused to talk|initial (?:greeting|connection)|connect to /;

/** The step that was refused, where the words say so. */
export function stageOf(text: string): Stage | null {
  const lower = text.toLowerCase();
  if (!anyStageWord.test(lower)) return null;
  for (const [words, stage] of stageWords) if (lower.includes(words)) return stage;
  return null;
}
