import { findTag, parseTagList, type TagList } from '../tag-list/index.ts';

/** The TXT record at `_mta-sts`: it says that there is a policy, and by a new id that the policy changed. */
export interface MtaStsRecord {
  readonly text: string;
  readonly list: TagList;
  /** Whether senders take it for an MTA-STS record at all. */
  readonly recognised: boolean;
  /** Null where it is absent or not made of 1 to 32 letters and digits. */
  readonly id: string | null;
}

const ID = /^[A-Za-z0-9]{1,32}$/;

/**
 * Reads the record (RFC 8461 section 3.1). Never throws: {@link lintMtaStsRecord} says what is wrong. Names are read as
 * they are written, as the grammar's `%s` asks; of a repeated tag the first counts.
 *
 * @param text the record, its character-strings joined
 */
export function parseMtaStsRecord(text: string): MtaStsRecord {
  const list = parseTagList(text, { space: 'plain', spaceAroundEquals: false });
  const id = findTag(list, 'id')?.value ?? '';
  return { text, list, recognised: isMtaStsRecord(text), id: ID.test(id) ? id : null };
}

/** Whether senders count a TXT record at `_mta-sts` as one: others are discarded (RFC 8461 section 3.1). */
export function isMtaStsRecord(text: string): boolean {
  return /^v=STSv1[ \t]*;/.test(text);
}
