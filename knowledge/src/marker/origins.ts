import type { MarkerOrigin } from './marker.ts';

/** What the servers and mail programs themselves write, as it is known from their sources and manuals. */
export const stock: MarkerOrigin = { source: 'Stock wording of mail servers and mail programs', grade: 'believed' };

/** The translations that Exchange, Outlook and other products ship, as they are remembered. */
export const translated: MarkerOrigin = {
  source: 'Translations of Exchange, Outlook, Gmail and other mail software, from memory',
  grade: 'believed',
};

export const samples: MarkerOrigin = { source: 'Sample bounce mails of sisimai/set-of-emails', grade: 'measured' };

export const sisimai: MarkerOrigin = {
  source: 'sisimai/p5-sisimai, lib/Sisimai/Lhost and lib/Sisimai/Order.pm',
  grade: 'measured',
};

export const flufl: MarkerOrigin = { source: 'Sample mails of flufl.bounce', grade: 'measured' };
