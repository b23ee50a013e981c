#!/usr/bin/env node
// Committed, so that npm links it before anything is built. Plain syntax: it must run, and say what
// is missing, on any Node that somebody has.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 19)) {
  console.error(
    'whybounce needs Node.js 22.19 or newer, and this is ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and run the command again.',
  );
  process.exit(3);
}

var built = new URL('../dist/bundle/whybounce.js', import.meta.url);
if (!process.getBuiltinModule('node:fs').existsSync(built)) {
  console.error('whybounce is not built yet. In a checkout run "npm run build", then the command again.');
  process.exit(3);
}
process.getBuiltinModule('node:module').enableCompileCache();
await import(built.href);
