import { findTag, parseTagList, type TagList } from '../tag-list/index.ts';

/** The TXT record at `<selector>._bimi`: which logo a domain wants shown beside its mail. */
export interface BimiRecord {
  readonly text: string;
  readonly list: TagList;
  /** Whether `v=BIMI1` stands first: else the record is ignored. */
  readonly recognised: boolean;
  /** `l=`: the URL of the logo; `''` where it is empty, null where it is absent. */
  readonly logo: string | null;
  /** `a=`: the URL of the certificate; `''` where it is empty, null where it is absent. */
  readonly evidence: string | null;
  /** `avp=`: whether the logo or the sender's own picture goes first; null for a value that is neither. */
  readonly avatar: 'brand' | 'personal' | null;
  /** `lps=`: whether the local part of the address chooses another record. */
  readonly localPartSelectors: boolean;
  /** The domain says explicitly that it takes no part: no logo and no certificate. */
  readonly declined: boolean;
}

/**
 * Reads the record (draft-brand-indicators-for-message-identification, "Assertion Record Definition"). Never throws:
 * {@link lintBimi} says what is wrong. Receivers must not mend what is misspelt, so names and values keep their case.
 *
 * @param text the record, its character-strings joined
 */
export function parseBimi(text: string): BimiRecord {
  const list = parseTagList(text);
  const value = (name: string): string | null => findTag(list, name)?.value ?? null;
  const [logo, evidence, avatar] = [value('l'), value('a'), value('avp') ?? 'brand'];
  const recognised = isBimiRecord(text);
  return {
    text,
    list,
    recognised,
    logo,
    evidence,
    avatar: avatar === 'brand' || avatar === 'personal' ? avatar : null,
    localPartSelectors: value('lps') === 'true',
    declined: recognised && logo === '' && (evidence ?? '') === '',
  };
}

/** Whether receivers take a TXT record for a BIMI record. */
export function isBimiRecord(text: string): boolean {
  return /^v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/.test(text);
}
