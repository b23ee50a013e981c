import type { Handler } from 'hono';

/** What the service says of itself. */
export interface About {
  readonly version: string;
  readonly knowledgeVersion: string;
}

/** `GET /health`: for whoever watches the service. It needs no thread, so it answers while inputs are read. */
export function health({ version, knowledgeVersion }: About): Handler {
  return (context) => context.json({ status: 'ok', version, knowledgeVersion }, 200, { 'Cache-Control': 'no-store' });
}
