const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A stranger's text as it was meant: banners and TXT records come octet by octet, each as one character. Runs beyond
 * ASCII that are valid UTF-8 are read as such; all others stay.
 */
export function decodedOctets(text: string): string {
  return text.replace(/[\u0080-\u00ff]{2,}/g, (run) => {
    try {
      return utf8.decode(Uint8Array.from(run, (sign) => sign.charCodeAt(0)));
    } catch {
      return run;
    }
  });
}
