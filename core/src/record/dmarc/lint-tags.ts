import { editDistance } from '../../text/edit-distance.ts';
import type { RecordFinding } from '../finding.ts';
import { quoted } from '../quoted.ts';
import type { Tag, TagFault, TagList } from '../tag-list/index.ts';
import { currentTags, type DmarcRecord, type DmarcTagName, knownTag } from './parse-dmarc.ts';

const grammar = 'RFC 9989 section 4.8';
const tags = 'RFC 9989 section 4.7';

/** What is wrong with how the tags are written, whatever they say. */
export function lintTags(record: DmarcRecord): RecordFinding[] {
  return [
    ...record.list.faults.flatMap((fault) => lintFault(record, fault)),
    ...record.list.tags.filter(({ repeated }) => !repeated).flatMap((tag) => lintName(record, tag)),
  ];
}

function lintFault({ text, list }: DmarcRecord, { kind, span }: TagFault): RecordFinding[] {
  const words = text.slice(...span);
  const say = (code: string, severity: RecordFinding['severity'], says: string, fix: string): RecordFinding[] => [
    { code, severity, span, says, fix, source: grammar },
  ];
  switch (kind) {
    case 'repeated': {
      const name = words.slice(0, words.indexOf('=')).trim();
      const first = list.tags.find((tag) => tag.name === name);
      return say(
        'repeated-tag',
        'high',
        `${quoted(words)} says ${name} again, after ${quoted(`${name}=${first?.value ?? ''}`)}: receivers take the first, the last, or drop the record.`,
        `Leave one ${name} tag.`,
      );
    }
    case 'no-equals':
      if (/^mailto:/i.test(words))
        return say(
          'address-after-semicolon',
          'high',
          `A semicolon stands before ${quoted(words)}, which ends the list of addresses: no reports go there.`,
          'Put a comma instead of the semicolon between two addresses.',
        );
      return say(
        'no-equals',
        'medium',
        `${quoted(words)} is no tag, as it has no equals sign; receivers skip it or drop the record.`,
        `Write it as name=value, or take ${quoted(words)} out.`,
      );
    case 'no-name':
      return say(
        'no-name',
        'medium',
        `${quoted(words)} has no name before its equals sign.`,
        `Take ${quoted(words)} out.`,
      );
    case 'empty-value':
      return say(
        'empty-value',
        'low',
        `${quoted(words)} has no value, so it says nothing.`,
        `Take ${quoted(words)} out.`,
      );
    case 'stray-separator':
      return say(
        'stray-separator',
        'low',
        'A semicolon follows another with nothing between them.',
        'Leave one of the two semicolons.',
      );
    case 'line-break':
      return say(
        'line-break',
        'medium',
        'A line break stands in the record, where only blanks may.',
        'Write the record in one line.',
      );
    case 'bad-character':
      return say(
        'bad-character',
        'medium',
        `${quoted(words)} is no ASCII, and receivers may drop the record for it.`,
        'Type it anew with plain letters; write domains with other letters in their xn-- form.',
      );
    case 'bad-name':
      if (knownTag(words.replace(/[^a-z]/gi, '')) !== undefined)
        return say(
          'quotes',
          'high',
          `${quoted(words)} is no tag name: take it for ${quoted(words.replace(/[^a-z]/gi, ''))} with something around it.`,
          `Write ${words.replace(/[^a-z]/gi, '').toLowerCase()}.`,
        );
      return say(
        'bad-name',
        'medium',
        `${quoted(words)} is no tag name: those are letters only.`,
        `Take ${quoted(words)} out.`,
      );
    case 'too-many':
    case 'too-long':
      return say(
        'too-long',
        'high',
        `The record has ${text.length} characters and ${list.tags.length} tags or more; from character ${span[0] + 1} on it was not read.`,
        'Publish a record of a few hundred characters.',
      );
    case 'leading-space':
    case 'space-around-equals':
      // the version's own finding says it; space around the equals sign is allowed
      return [];
  }
}

function lintName(record: DmarcRecord, tag: Tag): RecordFinding[] {
  const known = knownTag(tag.name);
  const at = (
    code: string,
    severity: RecordFinding['severity'],
    says: string,
    fix: string | null,
    source = tags,
  ): RecordFinding[] => [{ code, severity, span: tag.nameSpan, says, fix, source }];
  if (known === undefined) {
    if (!/^[a-z][a-z0-9_]*$/i.test(tag.name)) return [];
    const meant = misspelt(record.list, tag.name);
    return meant === undefined
      ? at('unknown-tag', 'info', `${quoted(`${tag.name}=${tag.value}`)} is no DMARC tag; receivers ignore it.`, null)
      : at(
          'misspelt-tag',
          'medium',
          `${quoted(`${tag.name}=${tag.value}`)} looks like ${meant} misspelt; receivers ignore it.`,
          `Write ${meant} instead of ${tag.name}.`,
        );
  }
  if (tag.name !== known)
    return at(
      'tag-case',
      'low',
      `${tag.name} is written in capitals; some receivers know only ${known}.`,
      `Write ${known}.`,
      'RFC 6376 section 3.2',
    );
  return known === 'pct' || known === 'rf' || known === 'ri'
    ? at(`removed-${known}`, 'info', removed(known, tag.value), null, 'RFC 9989 appendix C.5.2')
    : [];
}

function removed(name: 'pct' | 'rf' | 'ri', value: string): string {
  const gone = `RFC 9989 took ${name} out: receivers that follow it ignore ${quoted(`${name}=${value}`)}.`;
  if (name === 'pct') return `${gone} Those that follow RFC 7489 apply the policy to ${value} of 100 failing messages.`;
  return name === 'rf'
    ? `${gone} Those that follow RFC 7489 read it as the format of failure reports, of which there is only afrf.`
    : `${gone} Those that follow RFC 7489 read it as the seconds between reports; most send one a day whatever it says.`;
}

/** Longest name that is compared: tag names have five letters at most. */
const LONGEST_MISSPELT = 8;

/**
 * The absent tag that a name misspells. Names of one and two letters are left alone: each is one letter away from
 * another.
 */
export function misspelt(list: TagList, name: string): DmarcTagName | undefined {
  const lower = name.toLowerCase();
  if (lower.length < 3 || lower.length > LONGEST_MISSPELT) return undefined;
  const absent = currentTags.filter((tag) => !list.tags.some((other) => other.name.toLowerCase() === tag));
  return absent.find((tag) => tag.length > 2 && editDistance(lower, tag) === 1) ?? longName(lower, absent);
}

const longNames: Readonly<Record<string, DmarcTagName>> = {
  policy: 'p',
  test: 't',
  aspf: 'aspf',
  dkim: 'adkim',
  spf: 'aspf',
};

function longName(name: string, absent: readonly DmarcTagName[]): DmarcTagName | undefined {
  return absent.find((tag) => tag === longNames[name]);
}
