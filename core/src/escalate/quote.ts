import type { Placeholder, Shell } from '@whybounce/knowledge/trace-tool';

/** RFC 5321 section 4.5.3.1: 64 and 255, and a sign between. */
const MAX_ADDRESS = 320;
/** RFC 5322 section 2.1.1: a Message-ID stands on one line. */
const MAX_MESSAGE_ID = 998;

const localPart = "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~‘’‚‛-]{1,64}";
const label = '[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_-]{0,61}[\\p{L}\\p{M}\\p{N}])?';
const domainName = `(?=.{1,255}$)(?:${label}\\.){0,30}${label}`;
const forms: Readonly<Record<Placeholder, RegExp>> = {
  recipient: new RegExp(`^${localPart}@${domainName}$`, 'u'),
  sender: new RegExp(`^${localPart}@${domainName}$`, 'u'),
  domain: new RegExp(`^${domainName}$`, 'u'),
  messageId: /^<?[\w.!#$%&'*+/=?^`{|}~-]{1,500}@[\w.-]{1,255}>?$/,
  sendingIp: /^[0-9A-Fa-f.:]{2,45}$/,
  start: /^\d{4}-\d\d-\d\d$/,
  end: /^\d{4}-\d\d-\d\d$/,
  startTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  endTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
};

/** What stands for a value that is not known or that must not come near a shell. Plain letters under every shell. */
export const standIns: Readonly<Record<Placeholder, string>> = {
  recipient: 'RECIPIENT-ADDRESS',
  sender: 'SENDER-ADDRESS',
  domain: 'RECIPIENT-DOMAIN',
  messageId: 'MESSAGE-ID',
  sendingIp: 'SENDING-IP',
  start: 'START-DATE',
  end: 'END-DATE',
  startTime: 'START-TIME',
  endTime: 'END-TIME',
};

/** Signs that no shell gives a meaning to, Windows' cmd included. */
const harmless = /^[A-Za-z0-9][A-Za-z0-9@._+:-]*$/;

/**
 * A value as one argument of a command, quoted for its shell; null where it has not the form that it should have:
 * a mail must not be able to put a command into the hands of whoever copies this.
 */
export function quoteArgument(value: string, placeholder: Placeholder, shell: Shell): string | null {
  if (value.length > (placeholder === 'messageId' ? MAX_MESSAGE_ID : MAX_ADDRESS)) return null;
  if (!forms[placeholder].test(value)) return null;
  switch (shell) {
    case 'powershell':
      // about_Quoting_Rules: ‘ ’ ‚ ‛ end a string as ' does; each of them twice stands for itself.
      return `'${value.replace(/['‘’‚‛]/g, '$&$&')}'`;
    case 'posix':
      return `'${value.replaceAll("'", "'\\''")}'`;
    case 'any':
      return harmless.test(value) ? value : null;
    case 'console':
      return value;
  }
}

/** A stand-in as one argument. */
export function quoteStandIn(placeholder: Placeholder, shell: Shell): string {
  return shell === 'powershell' || shell === 'posix' ? `'${standIns[placeholder]}'` : standIns[placeholder];
}
