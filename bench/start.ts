import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { interleaved, say } from './row.ts';

// Cold start: how much longer the answer to one pasted reply takes than Node itself needs to start.

const ROUNDS = 41;
const launcher = join(import.meta.dirname, '..', 'cli', 'bin', 'whybounce.js');
const reply = '550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown in virtual mailbox table';

function run(args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) throw new Error(String(stderr));
}
const ours = (): void => run([launcher, reply]);
const node = (): void => run(['-e', '0']);
// The first run writes Node's compile cache, as it does for a user.
ours();
node();
const [our, bare] = await interleaved(ROUNDS, ours, node);
say({
  name: 'cold start of whybounce "550 5.1.1 …"',
  figure: `${our.toFixed(0)} ms, ${(our / bare).toFixed(2)} × node -e 0 (${bare.toFixed(0)} ms)`,
  target: '–',
});
