import type { RecordType } from '@whybounce/core/dns';
import {
  AUTHENTIC_DATA,
  CHECKING_DISABLED,
  encode,
  type RecordType as PacketType,
  RECURSION_DESIRED,
} from 'dns-packet';

/** Octets that an answer over UDP may have: what crosses nearly every path in one piece (RFC 9715 section 3). */
const UDP_PAYLOAD = 1232;

/** One question as it is sent. */
export interface WireQuestion {
  /** In lower case without the final dot. */
  readonly name: string;
  readonly type: RecordType;
  /** Whether the server shall ask others (RD). */
  readonly recursion: boolean;
  readonly checkingDisabled: boolean;
}

/**
 * The message that asks a question. It sets AD, by which a client says that it understands the bit in the
 * answer (RFC 6840 section 5.7).
 *
 * @param id to be told again in the answer, 0 to 65535
 * @param edns without it for servers that answer EDNS by FORMERR (RFC 6891 section 7)
 */
export function writeQuestion(question: WireQuestion, id: number, edns: boolean): Buffer {
  return encode({
    type: 'query',
    id,
    flags:
      AUTHENTIC_DATA |
      (question.recursion ? RECURSION_DESIRED : 0) |
      (question.checkingDisabled ? CHECKING_DISABLED : 0),
    // the package knows the number of type SPF, its declarations do not
    questions: [{ name: question.name, type: question.type as PacketType, class: 'IN' }],
    additionals: edns
      ? [
          {
            type: 'OPT',
            name: '.',
            udpPayloadSize: UDP_PAYLOAD,
            extendedRcode: 0,
            ednsVersion: 0,
            flags: 0,
            flag_do: false,
            options: [],
          },
        ]
      : [],
  });
}
