import { useEffect, useRef } from 'preact/hooks';
import { listenForObservations } from '../observation-channel.ts';
import type { DecoderState } from './state.ts';
import type { Decoder } from './use-decoder.ts';

/** Listens for what check pages in other tabs saw; it is taken where a failure stands open, of which it can tell something. */
export function useObservations({ failure }: DecoderState, actions: Decoder): void {
  const canUse = useRef(false);
  canUse.current = (failure?.verdict?.causes.length ?? 0) > 0;
  useEffect(() => listenForObservations(async (offer) => canUse.current && (await actions.consider(offer))), [actions]);
}
