import type { RecordFinding } from '@whybounce/core/record';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { quoted } from '../quoted.ts';
import { allowed, drawn, SVG, whyNotAllowed, XLINK } from './profile.ts';
import { attribute, lintRoot } from './root-element.ts';
import { SvgFaults } from './svg-fault.ts';
import { UseCount } from './use-count.ts';

/** The draft's section 2.4, uncompressed. */
const MAX_SIZE = 32_768;
/** Above this nothing is parsed: eight times what anybody shows. */
const MAX_PARSED = 262_144;
/** Elements in each other: parsers and renderers that call themselves run out of stack. */
const MAX_DEPTH = 32;
/** Shapes that are drawn after all `<use>` is followed; a detailed logo has some hundred. */
const MAX_SHAPES = 10_000;
const MAX_TITLE = 64;

/**
 * Holds a logo against SVG Tiny PS; spans are offsets into its text. Never throws: what is no XML, too large or too deep
 * is a finding. Entities of its own are refused with the document type that declares them, and nothing is ever loaded.
 *
 * @param text the file, unpacked and decoded
 */
export function lintBimiSvg(text: string): RecordFinding[] {
  const faults = new SvgFaults();
  const size = new TextEncoder().encode(text).length;
  if (size > MAX_SIZE)
    faults.add({
      code: 'too-large',
      severity: size > MAX_PARSED ? 'high' : 'medium',
      span: null,
      says: `The logo has ${size} bytes; at most ${MAX_SIZE} are shown.`,
      fix: 'Simplify the paths, and remove what the drawing program left behind.',
    });
  if (size <= MAX_PARSED) new Reader(text, faults).read();
  return faults.all();
}

/** Ends the reading where what follows would mean nothing. */
class Enough extends Error {}

class Reader {
  readonly #text: string;
  readonly #faults: SvgFaults;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  readonly #open: string[] = [];
  readonly #uses = new UseCount();
  #titles = 0;
  #descriptions = 0;
  #content = '';

  constructor(text: string, faults: SvgFaults) {
    this.#text = text;
    this.#faults = faults;
    this.#parser.on('error', (error) => this.#broken(error.message));
    this.#parser.on('doctype', () => this.#doctype());
    this.#parser.on('xmldecl', ({ encoding }) => this.#encoding(encoding));
    this.#parser.on('processinginstruction', ({ target }) => this.#instruction(target));
    this.#parser.on('opentag', (tag) => this.#enter(tag));
    this.#parser.on('closetag', (tag) => this.#leave(tag));
    this.#parser.on('text', (piece) => this.#collect(piece));
    this.#parser.on('cdata', (piece) => this.#collect(piece));
  }

  read(): void {
    try {
      this.#parser.write(this.#text).close();
    } catch (error) {
      if (error instanceof Enough) return;
      throw error;
    }
    this.#summary();
  }

  #tagSpan(): readonly [number, number] {
    const end = this.#parser.position;
    return [Math.max(0, this.#text.lastIndexOf('<', end - 1)), end];
  }

  #broken(message: string): never {
    const at = Math.min(this.#parser.position, this.#text.length);
    const why = message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    this.#faults.add({
      code: 'not-xml',
      severity: 'high',
      span: [Math.max(0, at - 1), at],
      says: `The file is no well-formed XML: ${why.slice(0, 120)}, in line ${this.#parser.line}.`,
      fix: 'Export the logo again.',
    });
    throw new Enough();
  }

  #doctype(): never {
    this.#faults.add({
      code: 'doctype',
      severity: 'high',
      span: this.#tagSpan(),
      says: 'The file has a document type (<!DOCTYPE …>), which can declare entities and name other files. It was not read any further.',
      fix: 'Remove the line.',
      source: 'RFC 6170 section 5.2',
    });
    throw new Enough();
  }

  #encoding(encoding: string | undefined): void {
    if (encoding === undefined || /^(?:utf-?8|us-ascii)$/i.test(encoding)) return;
    this.#faults.add({
      code: 'encoding',
      severity: 'medium',
      span: null,
      says: `The file says that it is encoded as ${quoted(encoding)}.`,
      fix: 'Save it as UTF-8.',
    });
  }

  #instruction(target: string): void {
    const loads = target === 'xml-stylesheet';
    this.#faults.add(
      {
        code: 'instruction',
        severity: loads ? 'high' : 'low',
        span: this.#tagSpan(),
        says: loads
          ? 'The file loads a style sheet (<?xml-stylesheet …?>).'
          : `The file has an instruction for a program (<?${target.slice(0, 40)} …?>).`,
        fix: 'Remove it.',
      },
      target,
    );
  }

  #enter(tag: SaxesTagNS): void {
    const span = this.#tagSpan();
    const depth = this.#open.length;
    if (depth >= MAX_DEPTH) {
      this.#faults.add({
        code: 'too-deep',
        severity: 'high',
        span,
        says: `The elements stand more than ${MAX_DEPTH} deep in each other. The file was not read any further.`,
        fix: 'Ungroup the drawing.',
      });
      throw new Enough();
    }
    if (depth === 0) {
      if (!lintRoot(tag, span, this.#faults)) throw new Enough();
    } else this.#lintElement(tag, span);
    for (const [name, { value, uri, local }] of Object.entries(tag.attributes))
      this.#lintAttribute(name, local, uri, value, span);
    const href = tag.local === 'use' ? hrefOf(tag) : null;
    const id = attribute(tag, 'id')?.value ?? null;
    this.#uses.enter(id, drawn.has(tag.local), href?.startsWith('#') === true ? href.slice(1) : null);
    this.#open.push(tag.local);
    this.#content = '';
  }

  #lintElement(tag: SaxesTagNS, span: readonly [number, number]): void {
    const name = tag.name.slice(0, 40);
    // what metadata holds is of no concern to anybody who draws
    if (this.#open.includes('metadata')) return;
    if (tag.uri !== SVG && !(tag.prefix === '' && allowed.has(tag.local)))
      this.#faults.add(
        {
          code: 'foreign-element',
          severity: 'medium',
          span,
          says: `<${name}> is no element of SVG. Drawing programs leave such things behind.`,
          fix: 'Remove it, or export as plain SVG.',
        },
        name,
      );
    else if (!allowed.has(tag.local) || tag.local === 'svg')
      this.#faults.add(
        {
          code: 'not-allowed',
          severity: 'high',
          span,
          says: `<${name}> ${tag.local === 'svg' ? 'stands inside the drawing' : whyNotAllowed(tag.local)}, which SVG Tiny PS does not allow.`,
          fix: `Remove <${name}>.`,
        },
        name,
      );
    else if (/^text(?:Area)?$/.test(tag.local))
      this.#faults.add({
        code: 'text',
        severity: 'low',
        span,
        says: `<${name}> holds letters, which are drawn in whatever font the mail program has.`,
        fix: 'Convert the letters to paths.',
      });
  }

  #lintAttribute(name: string, local: string, uri: string, value: string, span: readonly [number, number]): void {
    const shown = name.slice(0, 40);
    if (/^on/i.test(local) && uri === '')
      this.#faults.add(
        {
          code: 'event-handler',
          severity: 'high',
          span,
          says: `The attribute ${shown} runs a program.`,
          fix: `Remove ${shown}.`,
        },
        shown,
      );
    else if (local === 'style' && uri === '')
      this.#faults.add({
        code: 'style',
        severity: 'high',
        span,
        says: 'The attribute style sets CSS, which the profile does not have.',
        fix: 'Write attributes instead, such as fill="#ff0000".',
      });
    if (name.startsWith('xmlns')) return;
    const isHref = (local === 'href' && (uri === XLINK || uri === '')) || name === 'xml:base';
    const outside =
      (isHref && !value.trim().startsWith('#')) ||
      /url\(\s*["']?(?!\s*["']?#)/i.test(value) ||
      /^\s*(?:javascript|data):/i.test(value);
    if (outside)
      this.#faults.add(
        {
          code: 'external-reference',
          severity: 'high',
          span,
          says: `${shown}=${quoted(value)} refers to something outside of the drawing.`,
          fix: 'Remove it: only references such as "#shape" are allowed.',
        },
        shown,
      );
  }

  #collect(piece: string): void {
    if (this.#content.length <= MAX_TITLE * 4) this.#content += piece;
  }

  #leave(tag: SaxesTagNS): void {
    this.#open.pop();
    this.#uses.leave();
    if (this.#open.length !== 1) return;
    const content = this.#content.trim();
    if (tag.local === 'title') {
      this.#titles++;
      if (content === '')
        this.#faults.add({
          code: 'empty-title',
          severity: 'high',
          span: null,
          says: 'The <title> is empty.',
          fix: 'Write the name of the brand into it.',
        });
      if (content.length > MAX_TITLE)
        this.#faults.add({
          code: 'long-title',
          severity: 'low',
          span: null,
          says: `The <title> ${quoted(content)} is longer than ${MAX_TITLE} characters.`,
          fix: 'Shorten it to the name of the brand.',
        });
    }
    if (tag.local === 'desc') {
      this.#descriptions++;
      if (content === '')
        this.#faults.add({
          code: 'empty-description',
          severity: 'medium',
          span: null,
          says: 'The <desc> is empty.',
          fix: 'Describe the logo in it, or remove it.',
        });
    }
  }

  #summary(): void {
    if (this.#titles === 0)
      this.#faults.add({
        code: 'no-title',
        severity: 'high',
        span: null,
        says: 'The drawing has no <title> directly inside <svg>.',
        fix: 'Add one with the name of the brand: <title>Example</title>.',
      });
    if (this.#titles > 1)
      this.#faults.add({
        code: 'several-titles',
        severity: 'high',
        span: null,
        says: `The drawing has ${this.#titles} <title> elements.`,
        fix: 'Keep one of them.',
      });
    if (this.#descriptions === 0)
      this.#faults.add({
        code: 'no-description',
        severity: 'info',
        span: null,
        says: 'The drawing has no <desc>, which would describe it to people who cannot see it.',
        fix: 'Add one: <desc>Logo of Example</desc>.',
      });
    const shapes = this.#uses.total();
    if (shapes > MAX_SHAPES)
      this.#faults.add({
        code: 'too-many-shapes',
        severity: 'high',
        span: null,
        says: Number.isFinite(shapes)
          ? `<use> multiplies the drawing to ${shapes} shapes.`
          : 'A part of the drawing uses itself by <use>.',
        fix: 'Draw the shapes without <use>.',
      });
    if (shapes === 0)
      this.#faults.add({
        code: 'nothing-drawn',
        severity: 'high',
        span: null,
        says: 'The file draws nothing.',
        fix: 'Export the logo again.',
      });
  }
}

function hrefOf(tag: SaxesTagNS): string | null {
  const href = Object.values(tag.attributes).find(
    ({ local, uri }) => local === 'href' && (uri === XLINK || uri === ''),
  );
  return href?.value ?? null;
}
