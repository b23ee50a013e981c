import type { Warning } from '../../reading.ts';
import { CompoundFile, isCompoundFile, type ReadBudget } from './cfb.ts';
import { decoderOf } from './code-page.ts';
import type { Entry } from './directory.ts';
import { MAX_BODY, MAX_EMBEDDED, MAX_HEADERS, MAX_ITEMS } from './limits.ts';
import type { MsgAddress, MsgAttachment, MsgMessage, MsgRecipient } from './message.ts';
import { MsgError } from './msg-error.ts';
import { Properties } from './properties.ts';

/** PidTagAttachMethod: the attachment is a message in a storage of its own. */
const EMBEDDED_MESSAGE = 5;
/** PidTagRecipientType */
const TO = 1;
const INTERNET_CODE_PAGE = 0x3fde;

/**
 * Reads the message of a compound file.
 *
 * @param depth how many messages stand around this one
 * @param budget what the file around this one leaves to be read
 * @throws {MsgError} where the file is broken or holds no message
 */
export function readMessageFile(bytes: Uint8Array, depth: number, budget?: ReadBudget): MsgMessage {
  const file = new CompoundFile(bytes, budget);
  if (!file.root.children.has('__PROPERTIES_VERSION1.0')) {
    throw new MsgError(
      'msg-no-message',
      'This OLE file holds no message (a Word, Excel or Thumbs.db file, perhaps): send the .msg file that Outlook saves.',
    );
  }
  return readMessage(file, file.root, 32, depth, null);
}

function readMessage(
  file: CompoundFile,
  storage: Entry,
  head: 32 | 24,
  depth: number,
  codePage: number | null,
): MsgMessage {
  const warnings: Warning[] = [];
  const properties = new Properties(file, storage, head, codePage, warnings);
  const { text, time } = bound(properties);
  return {
    messageClass: text(0x001a) ?? 'IPM.Note',
    transportHeaders: properties.text(0x007d, MAX_HEADERS),
    subject: text(0x0037),
    from: firstAddress([text(0x5d01), text(0x0c1f), text(0x5d02), text(0x0065)], text(0x0c1a) ?? text(0x0042)),
    receivedBy: firstAddress([text(0x5d07), text(0x0076), text(0x5d08), text(0x0078)], text(0x0040) ?? text(0x0044)),
    displayTo: text(0x0e04),
    messageId: text(0x1035),
    inReplyTo: text(0x1042),
    date: time(0x0039) ?? time(0x0e06),
    body: properties.text(0x1000, MAX_BODY),
    html: htmlOf(properties),
    reportText: properties.text(0x1001, MAX_BODY),
    reportingMta: text(0x6820),
    original: {
      messageId: text(0x1046),
      subject: text(0x0049),
      from: firstAddress([text(0x0067)], text(0x005a)),
      displayTo: text(0x0074),
      date: time(0x004e),
    },
    recipients: itemsOf(storage, '__RECIP_VERSION1.0_', warnings).map((entry) =>
      readRecipient(new Properties(file, entry, 8, properties.codePage, warnings)),
    ),
    attachments: itemsOf(storage, '__ATTACH_VERSION1.0_', warnings).map((entry) =>
      readAttachment(file, entry, depth, properties.codePage, warnings),
    ),
    warnings,
  };
}

function bound(properties: Properties) {
  return { text: (id: number) => properties.text(id), time: (id: number) => properties.time(id) };
}

/** The storages of recipients or attachments, in the order of their numbers. */
function itemsOf(storage: Entry, prefix: string, warnings: Warning[]): Entry[] {
  const names = [...storage.children.keys()].filter((name) => name.startsWith(prefix)).sort();
  if (names.length > MAX_ITEMS) {
    warnings.push({
      code: 'msg-truncated',
      message: `Only the first ${MAX_ITEMS} recipients and attachments of this message were read.`,
    });
  }
  return names.slice(0, MAX_ITEMS).flatMap((name) => storage.children.get(name) ?? []);
}

/** HTML is kept in bytes of the message's own charset; some writers store it as text. */
function htmlOf(properties: Properties): string | null {
  const bytes = properties.binary(0x1013);
  if (bytes === null) return properties.text(0x1013, MAX_BODY);
  return (
    decoderOf(properties.long(INTERNET_CODE_PAGE) ?? properties.codePage)
      .decode(bytes.subarray(0, MAX_BODY))
      .replace(/\0+$/, '') || null
  );
}

function readRecipient(properties: Properties): MsgRecipient {
  const { text, time } = bound(properties);
  const name = text(0x3001);
  return {
    ...firstAddress([text(0x39fe), text(0x3003), searchKey(properties), name], name),
    isTo: (properties.long(0x0c15) ?? TO) === TO,
    supplementaryInfo: text(0x0c1b),
    statusCode: properties.long(0x0c20),
    remoteMta: text(0x0c21),
    reportTime: time(0x0032),
  };
}

/** `SMTP:ANN@EXAMPLE.ORG`, which is left where the address itself is one of Exchange's own. */
function searchKey(properties: Properties): string | null {
  const bytes = properties.binary(0x300b);
  const key = bytes === null ? '' : decoderOf(null).decode(bytes.subarray(0, 512)).replace(/\0.*$/s, '');
  return /^smtp:/i.test(key) ? key.slice(5).toLowerCase() : null;
}

/** The first text that is an address of the internet. */
function firstAddress(addresses: readonly (string | null)[], name: string | null): MsgAddress {
  const found = addresses.find(
    (address) => address !== null && /^[^\s/][^\s]*@[^\s]+$/.test(address.replace(/^'|'$/g, '')),
  );
  return { name, address: found?.replace(/^'|'$/g, '') ?? null };
}

function readAttachment(
  file: CompoundFile,
  entry: Entry,
  depth: number,
  codePage: number | null,
  warnings: Warning[],
): MsgAttachment {
  const properties = new Properties(file, entry, 8, codePage, warnings);
  const name = properties.text(0x3707) ?? properties.text(0x3704) ?? properties.text(0x3001);
  const mimeType = properties.text(0x370e)?.toLowerCase() ?? null;
  const storage = properties.long(0x3705) === EMBEDDED_MESSAGE ? properties.storage(0x3701) : null;
  const data = storage === null ? (properties.binary(0x3701) ?? new Uint8Array()) : new Uint8Array();
  const isMessage = storage !== null || isCompoundFile(data);
  if (isMessage && depth >= MAX_EMBEDDED) {
    warnings.push({
      code: 'msg-truncated',
      message: `Messages that are attached to messages more than ${MAX_EMBEDDED} deep were not read.`,
    });
    return { name, mimeType, data, message: null };
  }
  const message =
    storage === null ? readAttachedFile(data, depth, file.budget) : readMessage(file, storage, 24, depth + 1, codePage);
  return { name, mimeType, data, message };
}

/** A .msg file that was attached as a file; null for any other file. */
function readAttachedFile(data: Uint8Array, depth: number, budget: ReadBudget): MsgMessage | null {
  if (!isCompoundFile(data)) return null;
  try {
    return readMessageFile(data, depth + 1, budget);
  } catch (error) {
    if (error instanceof MsgError) return null;
    throw error;
  }
}
