import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import { quoted } from '../quoted.ts';
import { fixedAttributes, SVG } from './profile.ts';
import type { SvgFaults } from './svg-fault.ts';

type Span = readonly [number, number];

/** Pixels that Gmail wants at least ("Set up BIMI" in Google's help for administrators). */
const MIN_PIXELS = 96;

/** Holds the outermost element against what the profile demands of it. Returns false where it is no SVG at all. */
export function lintRoot(tag: SaxesTagNS, span: Span, faults: SvgFaults): boolean {
  if (tag.local !== 'svg') {
    faults.add({
      code: 'not-svg',
      severity: 'high',
      span,
      says: `The file is no SVG: it starts with <${tag.name.slice(0, 40)}>.`,
      fix: 'Export the logo as SVG Tiny PS.',
    });
    return false;
  }
  if (tag.uri !== SVG)
    faults.add({
      code: 'no-namespace',
      severity: 'high',
      span,
      says: 'The <svg> element does not say that it is SVG.',
      fix: `Add xmlns="${SVG}" to it.`,
    });
  const value = (name: string): string | null => attribute(tag, name)?.value ?? null;
  demand('version', '1.2');
  demand('baseProfile', 'tiny-ps');
  for (const name of ['x', 'y'])
    if (value(name) !== null)
      faults.add(
        {
          code: 'position',
          severity: 'high',
          span,
          says: `The <svg> element has the attribute ${name}=${quoted(value(name)?.slice(0, 20) ?? '')}, which the profile does not allow. Illustrator writes it.`,
          fix: `Remove ${name} from the <svg> element.`,
        },
        name,
      );
  for (const [name, only] of Object.entries(fixedAttributes))
    if (value(name) !== null && value(name) !== only)
      faults.add(
        {
          code: 'fixed-attribute',
          severity: 'medium',
          span,
          says: `${name} is ${quoted(value(name) ?? '')}; only "${only}" is allowed.`,
          fix: `Remove ${name}.`,
        },
        name,
      );
  lintSize(value('viewBox'), value('width'), value('height'), span, faults);
  return true;

  function demand(name: string, wanted: string): void {
    const given = value(name);
    if (given === wanted) return;
    faults.add({
      code: `no-${name === 'version' ? 'version' : 'profile'}`,
      severity: 'high',
      span,
      says: given === null ? `The <svg> element has no ${name}.` : `${name} is ${quoted(given)} and not "${wanted}".`,
      fix: `Write ${name}="${wanted}" into the <svg> element.`,
    });
  }
}

function lintSize(
  viewBox: string | null,
  width: string | null,
  height: string | null,
  span: Span,
  faults: SvgFaults,
): void {
  const box = viewBox === null ? null : numbersIn(viewBox);
  if (viewBox !== null && box === null)
    faults.add({
      code: 'bad-view-box',
      severity: 'high',
      span,
      says: `viewBox is ${quoted(viewBox)}, which is not four numbers.`,
      fix: 'Write it as viewBox="0 0 100 100".',
    });
  const [w, h] = [pixels(width), pixels(height)];
  const relative = [width, height].find((length) => length !== null && pixels(length) === null);
  if (relative !== undefined && relative !== null)
    faults.add({
      code: 'relative-size',
      severity: 'medium',
      span,
      says: `The logo's size is ${quoted(relative)}. Gmail and Apple want width and height in pixels.`,
      fix: 'Write the numbers of the viewBox as width and height.',
      source: 'Google Workspace Admin Help, Set up BIMI',
    });
  if (box === null && (w === null || h === null)) {
    faults.add({
      code: 'no-size',
      severity: 'high',
      span,
      says: 'The <svg> element has no viewBox and no width and height in pixels, so nobody knows whether the logo is square.',
      fix: 'Add a square viewBox such as viewBox="0 0 100 100".',
    });
    return;
  }
  for (const [what, a, b] of [
    ['viewBox', box?.[2], box?.[3]],
    ['size', w, h],
  ] as const)
    if (a !== undefined && b !== undefined && a !== null && b !== null && a !== b) {
      faults.add(
        {
          code: 'not-square',
          severity: 'high',
          span,
          says: `The logo's ${what} is ${a} by ${b}. It must be square, as it is shown in a square or a circle.`,
          fix: 'Make both sides alike and center the logo.',
        },
        what,
      );
    }
  if (w !== null && h !== null && Math.min(w, h) < MIN_PIXELS)
    faults.add({
      code: 'small',
      severity: 'low',
      span,
      says: `The logo is ${w} by ${h} pixels. Gmail wants at least ${MIN_PIXELS} by ${MIN_PIXELS}.`,
      fix: 'Raise width and height; the viewBox can stay.',
      source: 'Google Workspace Admin Help, Set up BIMI',
    });
}

function numbersIn(viewBox: string): number[] | null {
  const parts = viewBox.trim().split(/[\s,]+/);
  const numbers = parts.map(Number);
  return numbers.length === 4 && parts.every((part) => part !== '') && numbers.every(Number.isFinite) ? numbers : null;
}

function pixels(length: string | null): number | null {
  const number = /^\s*(\d{1,9}(?:\.\d{1,9})?)(?:px)?\s*$/.exec(length ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** An attribute without a namespace. */
export function attribute(tag: SaxesTagNS, name: string): SaxesAttributeNS | undefined {
  return Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined;
}
