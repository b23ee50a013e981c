import type { Warning } from '../../reading.ts';

/** A message as a .msg file holds it ([MS-OXMSG]). Absent means null. */
export interface MsgMessage {
  /** `IPM.Note`, `REPORT.IPM.Note.NDR` … */
  readonly messageClass: string;
  /** The headers with which it came over SMTP. */
  readonly transportHeaders: string | null;
  readonly subject: string | null;
  readonly from: MsgAddress;
  /** Whose mailbox it came to: of a report, who sent the message that it speaks of. */
  readonly receivedBy: MsgAddress;
  readonly displayTo: string | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  /** Milliseconds since 1970. */
  readonly date: number | null;
  readonly body: string | null;
  readonly html: string | null;
  /** Of a report: what it says to people. */
  readonly reportText: string | null;
  readonly reportingMta: string | null;
  /** Of a report: the message that it speaks of. */
  readonly original: MsgOriginal;
  readonly recipients: readonly MsgRecipient[];
  readonly attachments: readonly MsgAttachment[];
  readonly warnings: readonly Warning[];
}

export interface MsgAddress {
  readonly name: string | null;
  /** Null where only an address of Exchange's own (`/o=…`) is known. */
  readonly address: string | null;
}

export interface MsgOriginal {
  readonly messageId: string | null;
  readonly subject: string | null;
  readonly from: MsgAddress;
  readonly displayTo: string | null;
  readonly date: number | null;
}

/** A recipient; in a report, one that it speaks of. */
export interface MsgRecipient extends MsgAddress {
  readonly isTo: boolean;
  /** `<mx.example.net #5.1.1 smtp;550 5.1.1 User unknown>` */
  readonly supplementaryInfo: string | null;
  /** 511 for 5.1.1 */
  readonly statusCode: number | null;
  readonly remoteMta: string | null;
  readonly reportTime: number | null;
}

export interface MsgAttachment {
  readonly name: string | null;
  /** `message/delivery-status`, lower case, where it came over SMTP. */
  readonly mimeType: string | null;
  readonly data: Uint8Array;
  /** Where the attachment is itself a message of Outlook. */
  readonly message: MsgMessage | null;
}
