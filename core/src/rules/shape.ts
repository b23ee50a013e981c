import { suggestion } from './nearest.ts';
import type { Faults } from './overlay-error.ts';

/** Keys with which data reaches behind an object in JavaScript. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** No mapping with fixed keys has more; a file that does is not told of each. */
const MAX_KEYS = 64;
/** Characters of a domain name (RFC 1035 section 3.1) and of a link. */
const MAX_DOMAIN = 253;
const MAX_URL = 500;
const domainName = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+$/u;
/** Characters of a value that a fault shows. */
const MAX_SHOWN = 80;

/** Controls, halves of surrogate pairs, and the marks that turn the direction of writing: nobody writes them on purpose. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** A value as a fault shows it: short, on one line. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value;
    return JSON.stringify(short.toWellFormed());
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return String(value).slice(0, MAX_SHOWN);
}

/** The place of a key below a place. */
export function below(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (!/^[A-Za-z_-]+$/.test(key)) return `${path}[${show(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Takes data apart that may be anything, noting a fault for whatever is not as it must be. Nothing is followed deeper than it is asked for. */
export class Shape {
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Notes a fault: what stands at a place, and what to write. */
  fault(path: string, says: string): void {
    this.#faults.add(path, says);
  }

  /** How many faults were noted so far. */
  get faultCount(): number {
    return this.#faults.count;
  }

  /** A mapping with these keys only. */
  record(
    value: unknown,
    path: string,
    keys: readonly string[],
    hints: ReadonlyMap<string, string> = new Map(),
  ): Readonly<Record<string, unknown>> | null {
    if (!this.#isMapping(value, path, `write a mapping with ${keys.slice(0, 3).join(', ')} …`)) return null;
    const own = Object.keys(value);
    if (own.length > MAX_KEYS) {
      this.fault(path, `it has ${own.length} keys, and only these are known: ${keys.join(', ')}.`);
      return null;
    }
    const known: Record<string, unknown> = Object.create(null);
    for (const key of own) {
      if (keys.includes(key)) known[key] = (value as Record<string, unknown>)[key];
      else if (!this.#isUnsafe(key, path)) {
        const hint = hints.get(key) ?? `${suggestion(key, keys)} Known here: ${keys.join(', ')}.`.trimStart();
        this.fault(below(path, key), `this key is not known. ${hint}`);
      }
    }
    return known;
  }

  /** The entries of a mapping with keys of any name; none where it is left out. */
  entries(value: unknown, path: string, most: number, wanted: string): [string, unknown][] {
    if (value === undefined || value === null) return [];
    if (!this.#isMapping(value, path, wanted)) return [];
    const entries = Object.entries(value);
    if (entries.length > most) {
      this.fault(path, `it has ${entries.length} keys, and ${most} are the most. Split the file.`);
      return [];
    }
    return entries.filter(([key]) => !this.#isUnsafe(key, path));
  }

  /** A list; empty where it is left out. */
  list(value: unknown, path: string, most: number): readonly unknown[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) {
      this.fault(path, `${show(value)} is no list: write [ … ], or one item a line with "- " before it.`);
      return [];
    }
    if (value.length > most) {
      this.fault(path, `it has ${value.length} items, and ${most} are the most.`);
      return [];
    }
    return value;
  }

  /** Words for people or of a reply: white space folded; null where there are none. */
  text(value: unknown, path: string, most: number, wanted: string): string | null {
    if (value === undefined || value === null) {
      this.fault(path, `it is missing: ${wanted}`);
      return null;
    }
    if (typeof value !== 'string') {
      this.fault(path, `${show(value)} is no text: ${wanted}${isScalar(value) ? ' Put it in quotes.' : ''}`);
      return null;
    }
    if (value.length > most) {
      this.fault(path, `it has ${value.length} characters, and ${most} are the most.`);
      return null;
    }
    const folded = value.replace(/\s+/g, ' ').trim();
    if (folded === '') this.fault(path, `it is empty: ${wanted}`);
    else if (unprintable.test(folded))
      this.fault(path, `${show(folded)} contains characters that cannot be printed: take them out.`);
    else return folded;
    return null;
  }

  /**
   * A list of texts, without those that are faulty.
   *
   * @param accepts whether a text may stand at its place; notes a fault where it may not
   */
  texts(
    value: unknown,
    path: string,
    mostItems: number,
    most: number,
    wanted: string,
    accepts: (text: string, path: string) => boolean = () => true,
  ): string[] {
    return this.list(value, path, mostItems).flatMap((item, i) => {
      const place = below(path, i);
      const text = this.text(item, place, most, wanted);
      return text === null || !accepts(text, place) ? [] : [text];
    });
  }

  /** `true`, or undefined for what is false or left out. */
  flag(value: unknown, path: string): true | undefined {
    if (value === true) return true;
    if (value !== undefined && value !== null && value !== false)
      this.fault(path, `${show(value)} is neither true nor false: write true, or leave it out.`);
    return undefined;
  }

  /** One word of a vocabulary; undefined where it is left out. */
  oneOf<T extends string>(value: unknown, path: string, words: readonly T[]): T | undefined {
    if (value === undefined || value === null) return undefined;
    if ((words as readonly unknown[]).includes(value)) return value as T;
    const meant = typeof value === 'string' ? suggestion(value, words) : '';
    this.fault(path, `${show(value)} does not exist here.${meant} Write one of ${words.join(', ')}.`);
    return undefined;
  }

  /** A whole number; undefined where it is left out. */
  integer(value: unknown, path: string, least: number, most: number): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    this.fault(path, `${show(value)} is no whole number from ${least} to ${most}.`);
    return undefined;
  }

  /** Names of servers or mail domains; those below them count too. */
  domains(value: unknown, path: string, most: number): string[] {
    return this.list(value, path, most).flatMap((item, i) => this.domain(item, below(path, i)) ?? []);
  }

  /** The name of a server or mail domain; null where there is none. */
  domain(value: unknown, path: string): string | null {
    const name = this.text(value, path, MAX_DOMAIN, 'write a name such as mx.example.net.');
    if (name === null || domainName.test(name)) return name;
    this.fault(
      path,
      `${show(name)} is no domain name of two labels or more: write it as mx.example.net, without "*", "@" or a dot before it. Names below it count too.`,
    );
    return null;
  }

  /** A link to a page; undefined where it is left out. */
  link(value: unknown, path: string): string | undefined {
    if (value === undefined || value === null) return undefined;
    const wanted = 'write an address that begins with https://.';
    const link = this.text(value, path, MAX_URL, wanted);
    if (link === null || /^https?:\/\/[^\s/]+\S*$/.test(link)) return link ?? undefined;
    this.fault(path, `"${link}" is no link: ${wanted}`);
    return undefined;
  }

  #isMapping(value: unknown, path: string, wanted: string): value is object {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === Object.prototype || prototype === null) return true;
    }
    this.fault(path, `${value === undefined ? 'nothing' : show(value)} stands here: ${wanted}.`);
    return false;
  }

  #isUnsafe(key: string, path: string): boolean {
    if (!unsafeKeys.has(key)) return false;
    this.fault(below(path, key), 'no key may have this name: take it out.');
    return true;
  }
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
}
