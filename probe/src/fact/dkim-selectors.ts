import { Buffer } from 'node:buffer';
import { normalName } from '@whybounce/core/dns';
import { dkimSignatures } from '@whybounce/core/record';
import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';
import { mailHosting } from './mail-hosting.ts';

/** A selector whose key is looked at. */
export interface Selector {
  readonly selector: string;
  /** The signing domain. */
  readonly domain: string;
  /**
   * - `known`: it is in use: named by who asks, or by a signature of the message;
   * - `host`: the domain's mail host has its customers use it;
   * - `guess`: many domains use it.
   */
  readonly origin: 'known' | 'host' | 'guess';
}

/** What is known of the selectors of the subject's domain. */
export interface Selectors {
  readonly known: readonly Selector[];
  /** How many are known beyond those that are looked at. */
  readonly left: number;
  readonly ofHost: readonly Selector[];
  /** Name of that host; null where it is not known or has no selectors of its own. */
  readonly host: string | null;
  readonly common: readonly Selector[];
}

/** Known selectors that are looked at: each costs a question. */
const MAX_KNOWN = 10;
/** Those of mail hosts, which have two or three. */
const MAX_OF_HOST = 4;
/**
 * Selectors that many domains use, which the DNS cannot list: Google, Microsoft 365, Mailchimp (k1), SendGrid and others
 * (s1), and what the manuals of mail servers write. Few, as each costs a question.
 */
const COMMON = ['google', 'selector1', 'default', 's1', 'k1', 'mail', 'dkim'];
/** Bytes at the start of a message in which its signatures stand. */
const MAX_HEADER = 256 * 1024;

/** The selectors of the subject's domain: those that are known, else those that can be guessed. */
export const dkimSelectors = fact(async (context: CheckContext): Promise<Selectors> => {
  const { subject } = context;
  const domain = subject.domain as string;
  const named = [...subject.selectors, ...ofMessage(subject.message?.raw ?? null)];
  const known = unique(named.map((one): Selector => ({ ...one, origin: 'known' })));
  if (known.length > 0 || subject.message !== null)
    return {
      known: known.slice(0, MAX_KNOWN),
      left: Math.max(0, known.length - MAX_KNOWN),
      ofHost: [],
      host: null,
      common: [],
    };
  const groups = (await mailHosting(context))?.groups ?? [];
  const hosts = groups.flatMap(({ provider }) => (provider?.signs?.dkimSelectors === undefined ? [] : [provider]));
  const ofHost = unique(
    hosts.flatMap(({ signs }) => signs?.dkimSelectors ?? []).map((selector) => ({ selector, domain, origin: 'host' })),
  ).slice(0, MAX_OF_HOST);
  const common = COMMON.filter((selector) => !ofHost.some((one) => one.selector === selector));
  return {
    known: [],
    left: 0,
    ofHost,
    host: hosts[0]?.name ?? null,
    common: common.map((selector) => ({ selector, domain, origin: 'guess' })),
  };
});

/** The selectors that the signatures of a message name. */
function ofMessage(raw: Uint8Array | null): { selector: string; domain: string }[] {
  if (raw === null) return [];
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, MAX_HEADER));
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'))?.index ?? bytes.length;
  return dkimSignatures(bytes.toString('latin1', 0, end)).flatMap(({ selector, domain }) =>
    selector === null || domain === null ? [] : [{ selector, domain }],
  );
}

function unique(selectors: readonly Selector[]): Selector[] {
  const byName = new Map<string, Selector>();
  for (const { selector, domain, origin } of selectors) {
    const one = { selector: selector.toLowerCase(), domain: normalName(domain), origin };
    const name = `${one.selector} ${one.domain}`;
    if (!byName.has(name)) byName.set(name, one);
  }
  return [...byName.values()];
}
