import { isDmarcRecord } from '../organizational-domain/index.ts';
import { findTag, parseTagList, type Tag, type TagList } from '../tag-list/index.ts';
import { parseReportUris, type ReportUri } from './report-uri.ts';

/** What a domain asks receivers to do with mail that fails, the weakest first. */
export const dmarcPolicies = ['none', 'quarantine', 'reject'] as const;

export type DmarcPolicy = (typeof dmarcPolicies)[number];

/** Tags of RFC 9989 section 4.7. */
export const currentTags = ['v', 'p', 'sp', 'np', 'adkim', 'aspf', 'fo', 'psd', 'rua', 'ruf', 't'] as const;

/** Tags of RFC 7489 section 6.3 that RFC 9989 took out. */
export const removedTags = ['pct', 'rf', 'ri'] as const;

export type DmarcTagName = (typeof currentTags)[number] | (typeof removedTags)[number];

/** A DMARC record with what its tags say. What is absent or cannot be read has its default. */
export interface DmarcRecord {
  readonly text: string;
  readonly list: TagList;
  /** Whether `v=DMARC1` stands first: without it receivers act as if there were no record. */
  readonly recognised: boolean;
  /** Null where it is absent or none of the three. */
  readonly p: DmarcPolicy | null;
  /** For subdomains; null as `p`. */
  readonly sp: DmarcPolicy | null;
  /** For subdomains that do not exist (RFC 9989); null as `p`. */
  readonly np: DmarcPolicy | null;
  readonly adkim: 'relaxed' | 'strict';
  readonly aspf: 'relaxed' | 'strict';
  /** When failure reports are wanted. */
  readonly fo: readonly ('0' | '1' | 'd' | 's')[];
  readonly psd: 'y' | 'n' | 'u';
  /** `t=y` (RFC 9989). */
  readonly testing: boolean;
  /** `pct`, from 0 to 100 (RFC 7489); 100 where it is absent or cannot be read. */
  readonly pct: number;
  readonly rua: readonly ReportUri[];
  readonly ruf: readonly ReportUri[];
}

/**
 * Reads a DMARC record (RFC 9989 section 4.7, RFC 7489 section 6.3). Never throws: {@link lintDmarc} says what is wrong.
 * Names and keywords are read in any case, as both grammars are written; of a repeated tag the first counts.
 *
 * @param text the record, its character-strings joined
 */
export function parseDmarc(text: string): DmarcRecord {
  const list = parseTagList(text, { space: 'plain' });
  const value = (name: DmarcTagName): string => findTag(list, name, true)?.value.toLowerCase() ?? '';
  const uris = (name: DmarcTagName): ReportUri[] => {
    const tag = findTag(list, name, true);
    return tag === undefined ? [] : parseReportUris(tag.value, tag.valueSpan[0]);
  };
  const policy = (name: DmarcTagName): DmarcPolicy | null =>
    dmarcPolicies.find((known) => known === value(name)) ?? null;
  const pct = /^\d{1,3}$/.test(value('pct')) ? Number(value('pct')) : 100;
  const psd = value('psd');
  return {
    text,
    list,
    recognised: isDmarcRecord(text),
    p: policy('p'),
    sp: policy('sp'),
    np: policy('np'),
    adkim: value('adkim') === 's' ? 'strict' : 'relaxed',
    aspf: value('aspf') === 's' ? 'strict' : 'relaxed',
    fo: parseFo(value('fo')) ?? ['0'],
    psd: psd === 'y' || psd === 'n' ? psd : 'u',
    testing: value('t') === 'y',
    pct: pct > 100 ? 100 : pct,
    rua: uris('rua'),
    ruf: uris('ruf'),
  };
}

/** The tag of that name as it is written; undefined where it is absent. */
export function dmarcTag({ list }: DmarcRecord, name: DmarcTagName): Tag | undefined {
  return findTag(list, name, true);
}

/** The known tag that a name stands for, in any case; undefined for others. */
export function knownTag(name: string): DmarcTagName | undefined {
  const lower = name.toLowerCase();
  return [...currentTags, ...removedTags].find((known) => known === lower);
}

/** The options of `fo`, colons between them; null where one of them is unknown. */
export function parseFo(value: string): ('0' | '1' | 'd' | 's')[] | null {
  const options = value.split(':').map((option) => option.trim());
  const known = options.filter((option) => option === '0' || option === '1' || option === 'd' || option === 's');
  return known.length === options.length ? known : null;
}
