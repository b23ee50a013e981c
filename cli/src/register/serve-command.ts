import type { Command } from 'commander';
import type { ServeCommand } from '../command/serve.ts';
import { collect, type Done } from './options.ts';

/** The command that serves the pages. Server and pages are loaded when it is called. */
export function addServeCommand(program: Command, done: Done): void {
  program
    .command('serve')
    .description('the decoder and the encyclopedia as web pages on this machine')
    .option('--port <number>', 'where to listen (default: 5541, or the next free one)')
    .option('--host <address>', 'the network to listen on (default: 127.0.0.1, this machine alone)')
    .option('--url <url>', 'the address by which others reach it, such as https://bounce.example.net')
    .option('--data <folder>', 'where data is stored; nothing is stored so far')
    .option(
      '--resolver <address>',
      'for checks ask this DNS server, such as 192.0.2.53 or 127.0.0.1:5353; may be repeated (default: those of this machine)',
      collect,
      [],
    )
    .option('--no-connect', 'checks do not connect to mail servers')
    .option('--no-lists', 'checks do not ask blocklists')
    .option('--list-key <operator=key>', 'your key for a blocklist that wants one; may be repeated', collect, [])
    .option('--hello-name <name>', 'the name to greet mail servers with (default: that of this machine)')
    .action(async (options: ServeCommand) => {
      done(await (await import('../command/serve.ts')).serveCommand(options));
    });
}
