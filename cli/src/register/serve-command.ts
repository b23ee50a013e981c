import type { Command } from 'commander';
import type { ServeCommand } from '../command/serve.ts';
import type { Done } from './options.ts';

/** The command that serves the pages. Server and pages are loaded when it is called. */
export function addServeCommand(program: Command, done: Done): void {
  program
    .command('serve')
    .description('the decoder and the encyclopedia as web pages on this machine')
    .option('--port <number>', 'where to listen (default: 5541, or the next free one)')
    .option('--host <address>', 'the network to listen on (default: 127.0.0.1, this machine alone)')
    .option('--url <url>', 'the address by which others reach it, such as https://bounce.example.net')
    .option('--data <folder>', 'where data is stored; nothing is stored so far')
    .action(async (options: ServeCommand) => {
      done(await (await import('../command/serve.ts')).serveCommand(options));
    });
}
