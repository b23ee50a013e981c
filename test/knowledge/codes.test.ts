import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  enhancedCodes,
  replyCodes,
  statusClasses,
  statusSubjects,
  vendorBends,
} from '../../knowledge/src/code/index.ts';
import { findCorpus, skippedBecause } from '../corpora.ts';

/** The list of codes that the registry of this project was made from. */
interface CodeList {
  readonly classes: Readonly<Record<string, string>>;
  readonly subjects: Readonly<Record<string, string>>;
  readonly codes: readonly {
    readonly code: string;
    readonly basic: readonly string[];
    readonly rfc: readonly string[];
  }[];
  readonly basic: readonly { readonly code: string; readonly rfc: readonly string[] }[];
  readonly nonStandardBasic: Readonly<Record<string, string>>;
  readonly vendorDivergence: readonly { readonly code: string; readonly vendor: string }[];
}

/** How the list calls those who bend a code. */
const SYSTEMS: Readonly<Record<string, readonly (string | null)[]>> = {
  'Microsoft 365': ['microsoft-365'],
  Microsoft: ['microsoft-365'],
  Zoho: ['zoho'],
  'Outlook.com, La Poste': ['outlook-com', 'laposte'],
  Gmail: ['gmail'],
  'KumoMTA iana.toml': [null],
};

const corpus = findCorpus('knowledge/enhanced-status.json');
const isAbsent = corpus.missing !== null;
const because = skippedBecause(corpus);
const list: CodeList = isAbsent
  ? { classes: {}, subjects: {}, codes: [], basic: [], nonStandardBasic: {}, vendorDivergence: [] }
  : JSON.parse(readFileSync(corpus.path, 'utf8'));

const standardOf = (rfc: readonly string[]) =>
  rfc.map((name) => name.replace(/^RFC(?=\d)/, 'RFC ').replace('IANA list only', 'IANA registry')).join(', ');

test.skipIf(isAbsent)(`the list is the one that was counted${because}`, () => {
  expect(list.codes.length).toBe(81);
  expect(list.basic.length).toBe(32);
  expect(Object.keys(list.nonStandardBasic).length).toBe(18);
  expect(list.vendorDivergence.length).toBe(16);
});

test.skipIf(isAbsent)(`every enhanced code stands with its reply codes and its standard${because}`, () => {
  const ours = enhancedCodes
    .filter(({ registered }) => registered)
    .map(({ code, replyCodes: beside, standard }) => ({ code, basic: beside.map(String), standard }));
  expect(ours).toEqual(list.codes.map(({ code, basic, rfc }) => ({ code, basic, standard: standardOf(rfc) })));
});

test.skipIf(isAbsent)(`what we have beyond the list is called unregistered${because}`, () => {
  const listed = new Set(list.codes.map(({ code }) => code));
  const beyond = enhancedCodes.filter(({ code }) => !listed.has(code));
  expect(beyond.map(({ code, registered }) => [code, registered])).toEqual([
    ['X.7.32', false],
    ['X.7.40', false],
  ]);
});

test.skipIf(isAbsent)(`every reply code stands with its standard${because}`, () => {
  const ours = replyCodes.filter(({ registered }) => registered);
  expect(ours.map(({ code, standard }) => ({ code: String(code), standard }))).toEqual(
    list.basic.map(({ code, rfc }) => ({ code, standard: standardOf(rfc) })),
  );
});

test.skipIf(isAbsent)(`every reply code outside the RFCs stands as unregistered${because}`, () => {
  const ours = replyCodes.filter(({ registered }) => !registered);
  expect(ours.map(({ code }) => String(code))).toEqual(Object.keys(list.nonStandardBasic).sort());
});

test.skipIf(isAbsent)(`every class and subject has a sentence${because}`, () => {
  expect(statusClasses.map(({ digit }) => String(digit))).toEqual(Object.keys(list.classes).sort());
  expect(statusSubjects.map(({ digit }) => String(digit))).toEqual(Object.keys(list.subjects).sort());
});

test.skipIf(isAbsent)(`every code in another sense stands with who bends it${because}`, () => {
  const missing = list.vendorDivergence.flatMap(({ code, vendor }) =>
    (SYSTEMS[vendor] ?? [vendor])
      .filter((system) => !vendorBends.some((bend) => bend.system === system && bend.codes.includes(code)))
      .map((system) => `${system} ${code}`),
  );
  expect(missing).toEqual([]);
});
