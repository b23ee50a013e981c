import { trustedScriptUrl } from '../trusted-script-url.ts';

/** Keeps the site usable without a network. Browsers allow it over https and on the own machine alone. */
export function registerServiceWorker(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  const register = async (): Promise<void> => {
    try {
      await navigator.serviceWorker.register(trustedScriptUrl('/service-worker.js'), { updateViaCache: 'none' });
    } catch {
      // Refused, as in private windows, or not served: the site works without it while there is a network.
    }
  };
  // What it fetches ahead must not delay the page.
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}
