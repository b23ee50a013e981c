import type { MiddlewareHandler } from 'hono';

/**
 * Nothing but the site's own files is loaded, and pages open no connection at all: what is pasted cannot
 * leave the page. Text from mails that slipped into markup would neither run nor call home.
 */
const pagePolicy = policyOf({ 'connect-src': "'none'" });

/** The service worker fetches the site's files to keep them; it never sees what is pasted. */
export const serviceWorkerPolicy: string = policyOf({ 'connect-src': "'self'" });

/** Check pages ask this service, and nobody else, for what they show. */
export const checkPagePolicy: string = policyOf({ 'connect-src': "'self'" });

function policyOf(own: Readonly<Record<string, string>>): string {
  return Object.entries({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'font-src': "'none'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    ...own,
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'whybounce',
  })
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
}

/** Powers that a page could ask for. Only copying to the clipboard is used. */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Headers of every answer, errors included. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': pagePolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': ['clipboard-write=(self)', ...unused.map((power) => `${power}=()`)].join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Puts the headers on every answer that does not bring its own. */
export const secured: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(securityHeaders))
    if (!context.res.headers.has(name)) context.res.headers.set(name, value);
};
