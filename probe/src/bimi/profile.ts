/**
 * What SVG Tiny Portable/Secure allows (draft-svg-tiny-ps-abrotman section 2, and the schema that the BIMI Group
 * publishes with it): a subset of SVG Tiny 1.2 in which nothing moves, loads or runs.
 */

export const SVG = 'http://www.w3.org/2000/svg';
export const XLINK = 'http://www.w3.org/1999/xlink';

export const drawn: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'textArea',
]);

export const allowed: ReadonlySet<string> = new Set([
  ...drawn,
  'svg',
  'title',
  'desc',
  'metadata',
  'defs',
  'g',
  'use',
  'tspan',
  'tbreak',
  'linearGradient',
  'radialGradient',
  'stop',
  'solidColor',
]);

/** Why an element of SVG is not allowed, as words after "it"; others are simply not in the profile. */
export function whyNotAllowed(name: string): string {
  if (/^(?:script|handler|listener)$/.test(name)) return 'runs a program';
  if (/^(?:animat|set$|mpath$|discard$)/.test(name)) return 'moves or changes something';
  if (/^(?:image|feImage)$/.test(name)) return 'embeds a picture made of pixels';
  if (/^(?:audio|video|animation|prefetch)$/.test(name)) return 'plays or loads something';
  if (/^(?:a|view|cursor)$/.test(name)) return 'links to something';
  if (name === 'foreignObject') return 'embeds something that is not SVG';
  if (name === 'style') return 'sets CSS, which the profile does not have: write attributes such as fill instead';
  if (/^(?:font|glyph|missing-glyph|hkern|vkern)/.test(name))
    return 'brings a font along: convert the letters to paths';
  return 'is not in the profile';
}

/** Attributes that may stand there with this value only. */
export const fixedAttributes: Readonly<Record<string, string>> = {
  zoomAndPan: 'disable',
  externalResourcesRequired: 'false',
  focusable: 'false',
  snapshotTime: 'none',
  playbackOrder: 'all',
  timelineBegin: 'onLoad',
};
