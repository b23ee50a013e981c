import { extendedErrors } from './extended-error.ts';
import { MalformedMessage } from './malformed.ts';
import { readName } from './name.ts';
import type { WireQuestion } from './question.ts';
import { IN, OPT, TYPE_CODE } from './type-code.ts';

/*
 * Answers are read here and not by dns-packet, which writes the questions: of what hostile servers send it
 * takes an address cut short for "192.undefined.undefined.undefined", follows pointers without a limit
 * (300 ms for one message of 64 KB), makes lists as long as a header claims, merges `a\.b` with `a.b`, and lets one
 * odd record spoil all others.
 */

const HEADER = 12;
/** A question is a name, a type and a class; a record has a time to live and a length besides. */
const LEAST_QUESTION = 5;
const LEAST_RECORD = 11;

/** What stands at the beginning of every answer, also of one that was cut. */
export interface MessageHead {
  readonly id: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionAvailable: boolean;
  readonly authenticData: boolean;
  /** The four bits of the header; EDNS adds eight. */
  readonly responseCode: number;
  /** Records of the three sections, as the header claims. */
  readonly counts: readonly [answers: number, authorities: number, additionals: number];
  /** Where the first record begins. */
  readonly end: number;
}

/** One record; its data stands in the message from `start` to `end`. */
export interface WireRecord {
  readonly name: string;
  readonly type: number;
  /** Seconds. */
  readonly ttl: number;
  readonly start: number;
  readonly end: number;
}

/** An answer as it came. */
export interface WireMessage extends MessageHead {
  readonly octets: Buffer;
  readonly answers: readonly WireRecord[];
  readonly authorities: readonly WireRecord[];
  /** Whether the server speaks EDNS (RFC 6891). */
  readonly edns: boolean;
  /** Extended DNS Errors in words. */
  readonly errors: readonly string[];
}

/**
 * The head of an answer to this question; null for a message that answers something else (another id, name
 * or type), which a stranger may have sent. Throws nothing.
 */
export function readHead(message: Buffer, question: WireQuestion, id: number): MessageHead | null {
  if (message.length < HEADER || message.readUInt16BE(0) !== id) return null;
  const flags = message.readUInt16BE(2);
  const isResponse = (flags & 0x8000) !== 0;
  const opcode = (flags >> 11) & 0xf;
  if (!isResponse || opcode !== 0) return null;
  const responseCode = flags & 0xf;
  const questions = message.readUInt16BE(4);
  let end = HEADER;
  if (questions === 1) {
    const asked = readQuestion(message);
    if (asked === null || asked.name !== question.name || asked.type !== TYPE_CODE[question.type]) return null;
    end = asked.end;
  } else if (questions !== 0 || responseCode === 0) {
    // servers that refuse, or cannot read what they were asked, may leave the question out
    return null;
  }
  return {
    id,
    authoritative: (flags & 0x0400) !== 0,
    truncated: (flags & 0x0200) !== 0,
    recursionAvailable: (flags & 0x0080) !== 0,
    authenticData: (flags & 0x0020) !== 0,
    responseCode,
    counts: [message.readUInt16BE(6), message.readUInt16BE(8), message.readUInt16BE(10)],
    end,
  };
}

function readQuestion(message: Buffer): { name: string; type: number; end: number } | null {
  if (message.length < HEADER + LEAST_QUESTION) return null;
  try {
    const { name, end } = readName(message, HEADER);
    if (end + 4 > message.length || message.readUInt16BE(end + 2) !== IN) return null;
    return { name, type: message.readUInt16BE(end), end: end + 4 };
  } catch {
    return null;
  }
}

/** Reads the records behind a head. Throws MalformedMessage. */
export function readMessage(octets: Buffer, head: MessageHead): WireMessage {
  const claimed = head.counts[0] + head.counts[1] + head.counts[2];
  if (claimed * LEAST_RECORD > octets.length - head.end)
    throw new MalformedMessage(`the answer claims ${claimed} records and is too short for them`);
  let at = head.end;
  const section = (count: number): Section[] => {
    const records: Section[] = [];
    for (let i = 0; i < count; i++) {
      const record = readRecord(octets, at);
      at = record.end;
      records.push(record);
    }
    return records;
  };
  const [answers, authorities, additionals] = [
    section(head.counts[0]),
    section(head.counts[1]),
    section(head.counts[2]),
  ];
  const opt = additionals.find(({ type }) => type === OPT);
  return {
    ...head,
    octets,
    // the upper eight bits of the code stand where the time to live of others does (RFC 6891 section 6.1.3)
    responseCode: opt === undefined ? head.responseCode : (opt.rawTtl >>> 24) * 16 + head.responseCode,
    answers: answers.filter(({ recordClass }) => recordClass === IN),
    authorities: authorities.filter(({ recordClass }) => recordClass === IN),
    edns: opt !== undefined,
    errors: opt === undefined ? [] : extendedErrors(octets.subarray(opt.start, opt.end)),
  };
}

interface Section extends WireRecord {
  readonly recordClass: number;
  readonly rawTtl: number;
}

function readRecord(message: Buffer, begin: number): Section {
  const { name, end: fixed } = readName(message, begin);
  const start = fixed + 10;
  if (start > message.length) throw new MalformedMessage('a record runs past the end');
  const end = start + message.readUInt16BE(fixed + 8);
  if (end > message.length) throw new MalformedMessage('a record runs past the end');
  const rawTtl = message.readUInt32BE(fixed + 4);
  return {
    name,
    type: message.readUInt16BE(fixed),
    recordClass: message.readUInt16BE(fixed + 2),
    rawTtl,
    // RFC 2181 section 8: with the highest bit set it is zero
    ttl: rawTtl > 0x7fffffff ? 0 : rawTtl,
    start,
    end,
  };
}
