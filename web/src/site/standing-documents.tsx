import type { Assets } from '../component/document.tsx';
import { DecoderPage, type PostedAnswer } from '../page/decoder/decoder-page.tsx';
import { OfflinePage } from '../page/offline-page.tsx';
import { renderDocument } from '../render.ts';

/**
 * The decoder as a whole page: empty as the build writes it, with the answer to a form as the server
 * sends it, or with the reason why a form could not be read.
 */
export function decoderDocument(
  assets: Assets,
  posted: PostedAnswer | null = null,
  problem: string | null = null,
): string {
  return renderDocument(<DecoderPage assets={assets} posted={posted} problem={problem} />);
}

/** What is shown without a network where a page is not kept. */
export function offlineDocument(assets: Assets): string {
  return renderDocument(<OfflinePage assets={assets} />);
}
